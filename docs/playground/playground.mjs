// The page around the worker: text in, findings and view out. Nothing of the text leaves the browser.

const MAX_TEXT = 200_000;         // characters; more is not checked here
const MAX_LINK = 30_000;          // characters of a link; browsers and chats cut longer ones
const WAIT = 250;                 // milliseconds after the last key
const TOO_LONG = 20_000;          // milliseconds; a check that takes longer is stopped
const $ = (id) => document.getElementById(id);
const [text, marks, format, note, state, failed, list, frames] =
  ["text", "marks", "format", "note", "state", "failed", "findings", "frames"].map($);

// -- The worker: one check at a time, of the latest text ----------------------------------------------------------------

let worker = null, ready = false, asked = null, waiting = false, timer = 0, number = 0;

const launch = () => {
  ready = false;
  asked = null;
  worker = new Worker("worker.mjs", {type: "module"});
  worker.onmessage = ({data}) => {
    if (data.ready) { ready = true; say(`newsfacts ${data.ready}`); check(); }
    else if (data.broken) fail(`Python could not be loaded: ${data.broken}`);
    else answered(data);
  };
  worker.onerror = (event) => fail(`Python could not be loaded: ${event.message || "the worker did not start"}`);
};

const stop = (why) => {
  clearTimeout(timer);
  worker.terminate();
  waiting = false;
  launch();
  fail(why);
};

const check = () => {
  if (!ready) return;
  if (asked) { waiting = true; return; }
  if (text.value.length > MAX_TEXT) { fail(`More than ${MAX_TEXT.toLocaleString("en")} characters are not checked here; newsfacts check has no such limit.`); return; }
  asked = {id: ++number, text: text.value, format: format.value};
  worker.postMessage(asked);
  timer = setTimeout(() => stop(`The check took more than ${TOO_LONG / 1000} seconds and was stopped. Change the text to try again.`), TOO_LONG);
};

const answered = (data) => {
  if (!asked || data.id !== asked.id) return;
  clearTimeout(timer);
  const of = asked;
  asked = null;
  if (data.fatal) { stop(`Python ended on this text: ${data.fatal.trim().split("\n").pop()}. It is loaded again; change the text to try again.`); return; }
  if (data.answer.error) fail(data.answer.error);
  else show(data.answer, of.text, data.milliseconds);
  if (waiting) { waiting = false; check(); }
};

// -- What is shown -----------------------------------------------------------------------------------------------------

const say = (words) => { state.textContent = words; };
const fail = (words) => { failed.textContent = words; failed.hidden = false; say(""); frames.classList.add("stale"); };
const made = (name, words, kind) => {
  const element = document.createElement(name);
  if (words !== undefined) element.textContent = words;
  if (kind) element.className = kind;
  return element;
};
const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

// Python counts code points, and JavaScript the halves of those beyond the first 65,536.
const units = (words) => {
  const starts = [];
  let at = 0;
  for (const character of words) { starts.push(at); at += character.length; }
  starts.push(at);
  return (offset) => starts[Math.min(offset, starts.length - 1)];
};

const show = (answer, of, milliseconds) => {
  failed.hidden = true;
  frames.classList.remove("stale");
  const place = units(of);
  const severities = ["error", "warning", "info"].map((one) => [answer.findings.filter((f) => f.severity === one).length, one === "info" ? "note" : one]);
  const counts = severities.filter(([count]) => count).map(([count, noun]) => plural(count, noun));
  say(`${counts.join(", ") || "Nothing found"}; ${plural(answer.annotations, "annotation")}, checked in ${milliseconds} ms`);
  list.replaceChildren(...answer.findings.slice(0, 500).map((finding) => itemOf(finding, of, place)));
  const skipped = $("skipped");
  skipped.hidden = !answer.skipped.length;
  skipped.firstElementChild.textContent = `${answer.skipped.length} could not be checked`;
  skipped.lastElementChild.replaceChildren(...answer.skipped.slice(0, 200).map((one) => made("li", `${one.line ?? 1}:${one.column ?? 1} ${one.code} ${one.reason}`)));
  paint(answer.findings, of, place);
  render(answer.page);
};

const itemOf = (finding, of, place) => {
  const item = made("li", undefined, finding.severity);
  const go = made("button", undefined, "go");
  go.type = "button";
  go.append(made("b", `${finding.severity} ${finding.code}`), made("span", `${finding.line ?? 1}:${finding.column ?? 1}`, "where"), finding.message);
  go.onclick = () => {
    select(of, place(finding.start ?? 0), place(finding.end ?? 0));
    seek(finding.note);
  };
  item.append(go);
  if (finding.help) item.append(made("p", finding.help, "help"));
  const more = made("p", undefined, "more");
  if (finding.fix && finding.fix.applicability !== "display") {
    const fix = made("button", `Apply: ${finding.fix.title}`);
    fix.type = "button";
    fix.onclick = () => apply(finding.fix.edits, of, place);
    more.append(fix);
  }
  const rule = made("a", `About ${finding.code}`);
  rule.href = `../rules/${finding.code}.html`;
  more.append(rule);
  item.append(more);
  return item;
};

const current = (of) => {
  if (text.value === of) return true;
  say("The text has changed since; one moment.");
  return false;
};

const select = (of, start, end) => {
  if (!current(of)) return;
  text.focus();
  text.setSelectionRange(start, end);
  const mark = [...marks.querySelectorAll("mark")].find((one) => Number(one.dataset.end) > start);
  if (mark) text.scrollTop = Math.max(0, mark.offsetTop - text.clientHeight / 3);
};

const apply = (edits, of, place) => {
  if (!current(of) || !edits.length) return;
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const [start, end] = [place(sorted[0].start), place(Math.max(...sorted.map((e) => e.end)))];
  let at = start, words = "";
  for (const edit of sorted) { words += of.slice(at, place(edit.start)) + edit.replacement; at = place(edit.end); }
  words += of.slice(at, end);
  text.focus();
  text.setSelectionRange(start, end);
  // Not setRangeText: after it, nothing could be undone.
  if (!document.execCommand(words ? "insertText" : "delete", false, words)) { text.setRangeText(words); changed(); }
};

const paint = (findings, of, place) => {
  const rank = {info: 0, warning: 1, error: 2};
  const found = findings.filter((f) => f.start !== undefined && f.end > f.start)
    .map((f) => ({start: place(f.start), end: place(f.end), severity: f.severity}))
    .sort((a, b) => a.start - b.start || rank[b.severity] - rank[a.severity]);
  const parts = [];
  let at = 0;
  for (const one of found) {
    const start = Math.max(one.start, at);
    if (start >= one.end) continue;
    const mark = made("mark", of.slice(start, one.end), one.severity);
    mark.dataset.end = one.end;
    parts.push(of.slice(at, start), mark);
    at = one.end;
  }
  // A last line end is shown by a text area, and not by other elements.
  marks.replaceChildren(...parts, `${of.slice(at)}\n`);
  marks.scrollTop = text.scrollTop;
};

// The frame is of no origin of its own, so where it is scrolled to is only known from its messages. A note that was asked
// for is asked for again of the next frame, unless the one before has answered: it may be gone before it has read the question.
let shown = "", scrolled = 0, sought = null;
const view = () => frames.querySelector("iframe:not(.next)");
addEventListener("message", ({source, data}) => {
  if (source !== view()?.contentWindow || typeof data.at !== "number") return;
  scrolled = data.at;
  if (data.note === sought) sought = null;
});
const steer = () => view()?.contentWindow.postMessage({at: scrolled, note: sought}, "*");
const seek = (note) => {
  sought = note;
  if (!frames.querySelector(".next")) steer();
};
const render = (page) => {
  if (page === shown) return;
  shown = page;
  frames.querySelectorAll(".next").forEach((one) => one.remove());
  const frame = made("iframe", undefined, "next");
  frame.title = "The text as newsfacts view shows it";
  frame.setAttribute("sandbox", "allow-scripts");
  frame.onload = () => { // the frame stays where it is: one that is moved is loaded again
    [...frames.children].forEach((one) => { if (one !== frame) one.remove(); });
    frame.className = "";
    steer();
  };
  frame.srcdoc = page;
  frames.append(frame);
};

// -- The text ----------------------------------------------------------------------------------------------------------

let pause = 0;
const changed = () => {
  // Marks are right again after the check; until then they must not be at other words.
  marks.replaceChildren();
  clearTimeout(pause);
  pause = setTimeout(check, WAIT);
};
text.addEventListener("input", changed);
text.addEventListener("scroll", () => { marks.scrollTop = text.scrollTop; });
format.addEventListener("change", changed);

const put = (words, kind) => {
  text.value = words;
  format.value = kind;
  text.scrollTop = scrolled = 0;
  sought = null;
  changed();
};

const examples = $("example");
const open = async (file) => {
  try {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(answer.statusText);
    put(await answer.text(), "facts");
  } catch (error) { note.textContent = `The example could not be loaded: ${error.message}`; }
};
examples.addEventListener("change", () => {
  if (!examples.value) return;
  note.textContent = "";
  history.replaceState(null, "", location.pathname + location.search);
  open(examples.value);
});

// -- Links: the text is in the part after #, which browsers send to no server -------------------------------------------

const through = async (bytes, stream, limit) => {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) { await reader.cancel(); throw new Error("the text in it is too long"); }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

const linkOf = async (words, kind) => {
  const packed = await through(new TextEncoder().encode(words), new CompressionStream("deflate-raw"), Infinity);
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  return `${location.href.split("#")[0]}#1.${kind}.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
};

const textOf = async (hash) => {
  const [version, kind, data] = hash.slice(1).split(".");
  if (version !== "1" || !data || ![...format.options].some((one) => one.value === kind)) throw new Error("it was not made by this page");
  let bytes;
  try { bytes = Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)); } catch { throw new Error("a part of it is missing"); }
  let words;
  try { words = await through(bytes, new DecompressionStream("deflate-raw"), 4 * MAX_TEXT); } catch (error) {
    throw error instanceof TypeError ? new Error("a part of it is missing") : error;
  }
  return [new TextDecoder("utf-8", {fatal: true}).decode(words), kind];
};

$("share").addEventListener("click", async () => {
  const link = await linkOf(text.value, format.value);
  if (link.length > MAX_LINK) { note.textContent = `The link would have ${link.length.toLocaleString("en")} characters, and many programs cut it. Send the file instead.`; return; }
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    note.textContent = `The link is on the clipboard, and in the address bar (${link.length.toLocaleString("en")} characters).`;
  } catch { note.textContent = "The link is in the address bar."; }
});

const fromLink = async () => {
  if (location.hash.length < 2) return false;
  try {
    put(...await textOf(location.hash));
    examples.value = "";
    note.textContent = "";
    return true;
  } catch (error) { note.textContent = `This link cannot be read: ${error.message}.`; return false; }
};
addEventListener("hashchange", fromLink);

const begin = async () => {
  launch();
  const files = await (await fetch("files.json")).json();
  for (const {title, file} of files.examples) examples.append(new Option(title, file));
  examples.prepend(new Option("choose one", ""));
  if (await fromLink()) return;
  examples.value = files.examples[0].file;
  await open(examples.value);
};
begin().catch((error) => fail(`The page could not be started: ${error.message}`));
