
// The page of `newsfacts view --serve` asks whether its files have changed.
(() => {
  const shown = document.querySelector("meta[name=version]").content; // the state of the files that the page shows
  const ask = async () => {
    try {
      const version = await (await fetch("/version", {cache: "no-store"})).text();
      const deciding = document.documentElement.dataset.deciding; // then the page is loaded again once the answer is there
      if (version !== shown && !deciding) { location.reload(); return; }
    } catch { /* the server has ended; it may come back */ }
    setTimeout(ask, 700);
  };
  ask();
})();

// Decisions about proposals are written into the file by the server, and the page is loaded again.
(() => {
  const KEPT = "newsfacts-decided";
  const say = (words) => {
    let box = document.getElementById("notice");
    if (!box) {
      box = document.createElement("p");
      box.id = "notice";
      box.setAttribute("role", "alert");
      document.getElementById("main").prepend(box);
    }
    box.textContent = words;
  };
  const again = (kept) => { sessionStorage.setItem(KEPT, JSON.stringify(kept)); location.reload(); };
  const boxOf = (doc) => document.querySelector(`#d${doc} .proposals`);
  let busy = false;
  const decide = async ({doc, number, decision, kind}) => {
    const box = boxOf(doc);
    if (busy || !box || !box.dataset.sha) return;
    busy = true;
    document.documentElement.dataset.deciding = "1";
    let leaving = false;
    try {
      const token = await (await fetch("/session", {cache: "no-store"})).text();
      const answer = await fetch("/decide", {
        method: "POST", headers: {"Content-Type": "application/json", "X-Newsfacts-Token": token},
        body: JSON.stringify({path: box.dataset.path, sha256: box.dataset.sha, number, decision, kind}),
      });
      const decided = answer.ok ? await answer.json() : {outcome: "refused", reason: `The server refused it (${answer.status}).`};
      leaving = decided.outcome !== "refused";
      if (decided.outcome === "written") again({doc, number: decided.next});
      else if (decided.outcome === "outdated") again({doc, words: `${decided.reason} The page shows the file as it is now.`});
      else say(`Nothing was written: ${decided.reason}`);
    } catch { say("Nothing was written: the server does not answer."); }
    busy = leaving;
    if (!leaving) delete document.documentElement.dataset.deciding;
  };
  document.addEventListener("decide", (event) => decide(event.detail));
  document.documentElement.dataset.decides = "1";
  for (const box of document.querySelectorAll(".proposals")) {
    box.querySelector(".how").textContent = "In the text: n and p go to the next and the previous one, a accepts, r rejects, c makes it another kind, A and R take along what is inside.";
    if (!+box.dataset.sure || !box.dataset.sha) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "only sure";
    button.textContent = `Accept the ${box.dataset.sure} sure`;
    button.addEventListener("click", () => decide({doc: +box.closest(".doc").id.slice(1), number: 0, decision: "accept-sure", kind: ""}));
    box.insertBefore(button, box.querySelector(".how"));
  }
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (!kept) return;
  const {doc, number, words} = JSON.parse(kept);
  if (words) say(words);
  if (Number.isInteger(number)) document.dispatchEvent(new CustomEvent("show-proposal", {detail: {doc, number}}));
})();
