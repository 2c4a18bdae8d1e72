
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const card = document.getElementById("card");
  const root = document.documentElement;
  const PARTS = ["lit", "part-source", "part-cue", "part-content", "part-to", "part-in"];
  const LAYER = {source: "who", cue: "who", addressee: "who", medium: "who", attribution: "who", quote: "quote", claim: "claim", count: "count", time: "time", mention: "mention", item: "mention", listing: "mention"};
  const index = new Map();
  let pinned = null, lit = [];

  // The elements of each annotation of a text, found once.
  const elements = (doc) => {
    if (!index.has(doc)) {
      const found = new Map();
      const text = document.querySelector(`.text[data-doc="${doc}"]`);
      if (text) for (const one of text.querySelectorAll("[data-a]")) {
        const number = +one.dataset.a;
        if (found.has(number)) found.get(number).push(one); else found.set(number, [one]);
      }
      index.set(doc, found);
    }
    return index.get(doc);
  };
  const of = (doc, number) => elements(doc).get(number) || [];
  const docOf = (node) => { const text = node.closest("[data-doc]"); return text ? +text.dataset.doc : null; };
  const add = (parent, name, words, className) => {
    const one = document.createElement(name);
    if (words !== undefined) one.textContent = words;
    if (className) one.className = className;
    return parent.appendChild(one);
  };

  // -- What is pointed at
  const clear = () => { for (const one of lit) one.classList.remove(...PARTS); lit = []; };
  const light = (nodes, name) => { for (const one of nodes) { one.classList.add(name); lit.push(one); } };
  const lightUp = (doc, number) => {
    clear();
    const record = data[doc][number];
    const attribution = record.r ? number : record.t;
    if (attribution !== undefined)
      for (const [role, parts] of Object.entries(data[doc][attribution].r || {})) for (const part of parts) light(of(doc, part), `part-${role}`);
    light(of(doc, number), "lit");
  };
  const short = (record) => record ? (record.w || (record.i ? `#${record.i}` : record.k)) : "";
  const fill = (doc, number) => {
    const record = data[doc][number];
    card.textContent = "";
    const head = add(card, "p", record.k, "kind");
    if (record.i) add(head, "span", `#${record.i}`);
    if (record.w) add(card, "p", record.w, "words");
    const list = add(card, "dl");
    const row = (label, words, to) => {
      add(list, "dt", label);
      const cell = add(list, "dd");
      if (to === undefined) { cell.textContent = words; return; }
      const button = add(cell, "button", words, "to");
      button.type = "button";
      button.addEventListener("click", () => go(doc, to));
    };
    const attribution = record.r ? number : record.t;
    for (const [label, words] of record.f || []) if (label !== "draft" && !(record.r && ["source", "cue", "content", "to", "in"].includes(label) && record.r[label])) row(label || "means", words.replace(/^[=→] /, ""));
    if (attribution !== undefined)
      for (const [role, parts] of Object.entries(data[doc][attribution].r || {})) for (const part of parts) if (part !== number) row(role, short(data[doc][part]), part);
    for (const [words, other] of record.x || []) row(words, short(data[doc][other]), other);
    if (!list.children.length) list.remove();
    if (record.d) propose(doc, number, record);
  };

  // -- Proposals of a draft: what can be done with one. Who serves the page listens to `decide`.
  const proposals = (doc) => data[doc].flatMap((record, number) => record.d ? [number] : []);
  const isInside = (doc, number, outer) => { let up = data[doc][number].p; while (up !== undefined && up !== outer) up = data[doc][up].p; return up === outer; };
  const inside = (doc, outer) => proposals(doc).filter((number) => isInside(doc, number, outer));
  const decide = (doc, number, decision, kind) => document.dispatchEvent(new CustomEvent("decide", {detail: {doc, number, decision, kind: kind || ""}}));
  const propose = (doc, number, record) => {
    add(card, "p", `a proposal, ${record.d}`, "proposal");
    if (!root.dataset.decides) return;
    const group = add(card, "div", undefined, "deciding");
    const offer = (label, key, decision, kind) => {
      const button = add(group, "button", label, "only");
      button.type = "button";
      if (key) add(button, "kbd", key);
      button.addEventListener("click", () => decide(doc, number, decision, kind));
    };
    offer("Accept", "a", "accept");
    offer("Reject", "r", "reject");
    (record.o || []).forEach((kind, at) => offer(`Is a ${kind}`.replace(" a a", " an a"), at ? "" : "c", "change", kind));
    const count = inside(doc, number).length;
    if (count) {
      offer(`Accept it and the ${count} inside`, "A", "accept-inside");
      offer(`Reject it and the ${count} inside`, "R", "reject-inside");
    }
  };
  const nextProposal = (doc, now, by) => {
    const all = proposals(doc).filter((number) => of(doc, number).length);
    const found = by > 0 ? all.find((number) => number > now) : all.findLast((number) => number < now);
    return found === undefined ? (by > 0 ? all[0] : all[all.length - 1]) : found;
  };
  const KEYS = {a: "accept", r: "reject", A: "accept-inside", R: "reject-inside", c: "change"};
  const keyed = (doc, now, key) => {
    if (key === "n" || key === "p") { const to = nextProposal(doc, now, key === "n" ? 1 : -1); if (to !== undefined) go(doc, to); return true; }
    const record = now < 0 ? undefined : data[doc][now];
    if (!root.dataset.decides || !record || !record.d || !Object.hasOwn(KEYS, key)) return false;
    if (key === "c" && !record.o) return false;
    decide(doc, now, KEYS[key], key === "c" ? record.o[0] : "");
    return true;
  };
  document.addEventListener("show-proposal", (event) => go(event.detail.doc, event.detail.number));
  const place = (node) => {
    const box = node.getClientRects()[0] || node.getBoundingClientRect();
    card.hidden = false;
    const width = card.offsetWidth, height = card.offsetHeight;
    const left = Math.max(8, Math.min(box.left, root.clientWidth - width - 8));
    const below = box.bottom + 10;
    card.style.left = `${left}px`;
    card.style.top = `${below + height > root.clientHeight - 8 && box.top > height + 60 ? box.top - height - 10 : below}px`;
  };
  const show = (doc, number, node) => { lightUp(doc, number); fill(doc, number); place(node); };
  const hide = () => { clear(); card.hidden = true; card.classList.remove("pinned"); };
  const pin = (doc, number, node) => { pinned = {doc, number, node}; card.classList.add("pinned"); show(doc, number, node); };
  const unpin = () => { pinned = null; hide(); };
  const go = (doc, number) => {
    const node = of(doc, number)[0];
    if (!node) return;
    reveal(node);
    node.focus({preventScroll: true});
    node.scrollIntoView({block: "center"});
    pin(doc, number, node);
  };

  document.addEventListener("mouseover", (event) => {
    const finding = event.target.closest("[data-f]");
    const node = event.target.closest(".text [data-a]");
    if (!node && finding) { if (!pinned) { clear(); lightFinding(finding); } return; }
    if (pinned || !node) return;
    card.classList.remove("pinned");
    show(docOf(node), +node.dataset.a, node);
    if (finding) lightFinding(finding);
  });
  document.addEventListener("mouseout", (event) => { if (!pinned && !(event.relatedTarget && event.relatedTarget.closest && event.relatedTarget.closest("[data-a], [data-f]"))) hide(); });
  const lightFinding = (node) => {
    const doc = node.closest(".doc");
    if (doc) light(doc.querySelectorAll(`[data-f="${node.dataset.f}"]`), "lit");
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-to]");
    if (link) { event.preventDefault(); go(+link.closest(".doc").id.slice(1), +link.dataset.to); return; }
    const button = event.target.closest("button");
    if (button) { press(button); return; }
    if (event.target.closest("a, summary") || card.contains(event.target)) return;
    const node = event.target.closest(".text [data-a]");
    if (node) pin(docOf(node), +node.dataset.a, node); else unpin();
  });
  document.addEventListener("focusin", (event) => {
    const node = event.target.closest(".text [data-a]");
    if (node && event.target === node) pin(docOf(node), +node.dataset.a, node);
  });

  // -- Keyboard: arrows go through the annotations that are shown, up and down to what is around and inside
  const isShown = (doc, number) => !document.body.classList.contains(`off-${LAYER[data[doc][number].k]}`) && of(doc, number).length;
  const step = (doc, from, by) => {
    for (let number = from + by; number >= 0 && number < data[doc].length; number += by) if (isShown(doc, number)) return number;
    return null;
  };
  const target = (doc, now, key) => {
    if (key === "ArrowRight") return step(doc, now, 1);
    if (key === "ArrowLeft") return step(doc, now < 0 ? data[doc].length : now, -1);
    if (now < 0) return null;
    if (key === "ArrowUp") { let up = data[doc][now].p; while (up !== undefined && !isShown(doc, up)) up = data[doc][up].p; return up === undefined ? null : up; }
    if (key === "ArrowDown") { const inner = step(doc, now, 1); return inner !== null && data[doc][inner].p === now ? inner : null; }
    return null;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { const text = pinned && pinned.node.closest(".text"); unpin(); if (text) text.focus({preventScroll: true}); only(null); return; }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const text = event.target.closest && event.target.closest(".text");
    if (!text) return;
    const doc = +text.dataset.doc, now = event.target.dataset.a === undefined ? -1 : +event.target.dataset.a;
    if (keyed(doc, now, event.key)) { event.preventDefault(); return; }
    const next = target(doc, now, event.key);
    if (next !== null) { event.preventDefault(); go(doc, next); }
  });

  // -- Buttons
  const press = (button) => {
    if (button.dataset.layer) {
      const off = document.body.classList.toggle(`off-${button.dataset.layer}`);
      button.setAttribute("aria-pressed", String(!off));
      align();
    } else if (button.dataset.filter) {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      sift();
    } else if (button.classList.contains("next")) {
      const doc = +button.closest(".doc").id.slice(1), to = nextProposal(doc, pinned && pinned.doc === doc ? pinned.number : -1, 1);
      if (to !== undefined) go(doc, to);
    } else if (button.classList.contains("only") && button.dataset.e !== undefined) only(button.getAttribute("aria-pressed") === "true" ? null : button);
    else if (button.classList.contains("theme")) {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    }
  };
  // Disagreements of annotators: those of a way and a kind whose buttons are pressed
  const sift = () => {
    const off = new Set([...document.querySelectorAll("[data-filter][aria-pressed=false]")].map((one) => one.dataset.filter));
    const all = [...document.querySelectorAll(".diff")];
    for (const one of all) one.hidden = off.has(one.dataset.how) || off.has(one.dataset.kind);
    const shown = all.filter((one) => !one.hidden).length;
    document.querySelector(".shown").textContent = shown === all.length ? `${all.length} shown` : `${shown} of ${all.length} shown`;
  };
  const only = (button) => {
    for (const one of document.querySelectorAll(".keep")) one.classList.remove("keep");
    for (const one of document.querySelectorAll(".only[aria-pressed=true]")) one.setAttribute("aria-pressed", "false");
    document.body.classList.toggle("filtered", button !== null);
    if (!button) return;
    button.setAttribute("aria-pressed", "true");
    const doc = +button.closest(".doc").id.slice(1), entity = +button.dataset.e;
    data[doc].forEach((record, number) => { if ((record.e || []).includes(entity)) for (const one of of(doc, number)) one.classList.add("keep"); });
  };

  // -- Several articles in one page: one of them is shown at a time
  const docs = [...document.querySelectorAll(".doc")], overview = document.querySelector(".index");
  const reveal = (node) => {
    if (!overview) return;
    const chosen = node && node.closest(".doc");
    overview.hidden = Boolean(chosen);
    for (const one of docs) one.hidden = one !== chosen;
    document.body.classList.toggle("in-article", Boolean(chosen));
  };
  const follow = () => {
    const node = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    reveal(node && node.closest(".doc") ? node : null);
    if (node) node.scrollIntoView(); else if (overview) scrollTo(0, 0);
    align();
  };

  // -- Notes are next to the line of their words where there is room; one that is in the way of another moves it down
  const align = () => {
    const wide = matchMedia("(min-width: 52rem)").matches && !matchMedia("print").matches;
    document.body.classList.toggle("sidenotes", wide);
    for (const text of document.querySelectorAll(".text")) {
      if (!text.offsetParent) continue;
      const all = [...text.querySelectorAll(".row > p ~ .notes > .note")];
      const marks = new Map();
      for (const mark of text.querySelectorAll(".f")) if (!marks.has(mark.dataset.f)) marks.set(mark.dataset.f, mark);
      const start = text.getBoundingClientRect().top;
      let bottom = 0;
      const places = !wide ? [] : all.filter((note) => note.offsetParent).map((note) => {
        const mark = marks.get(note.dataset.f), box = (mark || note.closest(".row")).getBoundingClientRect();
        const first = mark && mark.getClientRects()[0];
        const top = Math.max((first || box).top - start - 6, bottom);
        bottom = top + note.offsetHeight + 8;
        return [note, top - (note.closest(".row").getBoundingClientRect().top - start)];
      });
      for (const [note, top] of places) note.style.top = `${Math.round(top)}px`;
      text.style.minHeight = wide ? `${Math.ceil(bottom)}px` : "";
    }
  };
  // -- The overview: entries with all words that are looked for
  const search = document.querySelector(".find");
  if (search) search.addEventListener("input", () => {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const entry of overview.querySelectorAll(".articles > li, details.entry, div.measure")) {
      const words = entry.textContent.toLowerCase();
      entry.hidden = !wanted.every((word) => words.includes(word));
    }
    for (const section of overview.querySelectorAll("section")) section.hidden = !section.querySelector(":is(.articles > li, details.entry, div.measure):not([hidden])");
  });
  addEventListener("hashchange", follow);
  addEventListener("afterprint", align);
  addEventListener("resize", () => { if (pinned) place(pinned.node); align(); });
  addEventListener("scroll", () => { if (pinned) place(pinned.node); else hide(); }, {passive: true});
  addEventListener("beforeprint", () => { document.body.classList.remove("sidenotes"); for (const one of document.querySelectorAll("details")) one.open = true; });
  follow();
  if (document.fonts) document.fonts.ready.then(align);
})();
