
// The page of `newsfacts view --serve` asks whether its files have changed.
(() => {
  let known = null;
  const ask = async () => {
    try {
      const version = await (await fetch("/version", {cache: "no-store"})).text();
      if (known !== null && version !== known) { location.reload(); return; }
      known = version;
    } catch { /* the server has ended; it may come back */ }
    setTimeout(ask, 700);
  };
  ask();
})();
