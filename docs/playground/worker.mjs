// Runs newsfacts in Pyodide. What it loads is listed in files.json, and in no other place.

const ask = async (url) => {
  let answer;
  try { answer = await fetch(url); } catch { throw new Error(`${url} cannot be reached`); }
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${answer.statusText}`);
  return answer;
};

const runtime = async (indexURL) => {
  let pyodide;
  try { pyodide = await import(`${indexURL}pyodide.mjs`); } catch { throw new Error(`${indexURL}pyodide.mjs cannot be reached`); }
  return pyodide.loadPyodide({indexURL});
};

let look;

const start = async () => {
  const files = await (await ask(new URL("files.json", import.meta.url))).json();
  const near = (name) => new URL(name, import.meta.url);
  const indexURL = near(files.pyodide).href;
  const text = async (name) => (await ask(near(name))).text();
  const bytes = async (name) => (await ask(near(name))).arrayBuffer();
  const named = (names, read) => Promise.all(names.map(async (name) => [name, await read(name)]));
  const [python, archives, program, factbooks] = await Promise.all([
    runtime(near(files.pyodide).href), named(files.archives, bytes), text(files.program), named(files.factbooks, text),
  ]);
  const site = python.runPython("import site; site.getsitepackages()[0]");
  for (const [name, content] of archives) python.unpackArchive(content, name.endsWith(".whl") ? "wheel" : "zip", {extractDir: site});
  python.FS.mkdirTree("/text");
  python.FS.chdir("/text");
  for (const [name, content] of factbooks) python.FS.writeFile(`/text/${name.split("/").pop()}`, content);
  const names = python.toPy({__name__: "playground"});
  python.runPython(program, {globals: names});
  look = names.get("look");
  look("[One person]{.count} [said]{.cue} so on [Monday]{.time}.", "facts"); // rules and readers are loaded by their first use
  return python.runPython("import newsfacts; newsfacts.__version__");
};

const started = start();
started.then((version) => postMessage({ready: version}), (error) => postMessage({broken: String(error.message ?? error)}));

onmessage = async ({data: {id, text, format}}) => {
  try { await started; } catch { return; }
  const began = performance.now();
  try {
    const answer = JSON.parse(look(text, format));
    postMessage({id, answer, milliseconds: Math.round(performance.now() - began)});
  } catch (error) {
    postMessage({id, fatal: String(error.message ?? error)});
  }
};
