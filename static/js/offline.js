/* Keeps lessons on the device for those who choose it, and says what a kept copy cannot do; without this file nothing of it appears. */
(async () => {
  "use strict";
  const box = document.querySelector("[data-keep]");
  if (!box || !self.caches || !navigator.serviceWorker) return;

  const texts = box.dataset;
  const lessons = (texts.lessons || "").split(" ").filter(Boolean);
  const part = (name) => box.querySelector(`[data-keep-${name}]`);
  const say = (text) => { part("said").textContent = text || ""; };

  async function list() {
    const pages = await kept.isAny() ? (await kept.open())[0] : null;
    const items = [];
    for (const page of pages ? await pages.keys() : []) {
      const text = await (await pages.match(page, { ignoreVary: true })).text();
      const copy = new DOMParser().parseFromString(text, "text/html");
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = page.url;
      link.lang = copy.documentElement.lang;
      link.textContent = copy.querySelector("h1").textContent;
      items.push(item);
    }
    part("list").replaceChildren(...items);
    part("none").hidden = items.length > 0;
  }

  async function show() {
    const found = await Promise.all(lessons.map(kept.lesson));
    const isKept = found.length > 0 && found.every(Boolean);
    part("offer")?.toggleAttribute("hidden", isKept);
    say(isKept && texts.done);
    part("any").hidden = !await kept.isAny();
    if (part("list")) await list();
    if (part("missing")) part("missing").hidden = location.pathname === texts.own;
    box.hidden = false;
  }

  part("now")?.addEventListener("click", async ({ target }) => {
    let isFailed = false;
    target.disabled = true;
    say(texts.begun);
    const tell = (count) => { if (texts.doing) say(texts.doing.replace("{done}", count)); };
    try {
      const languages = [...box.querySelectorAll("[data-worker]")].map((each) => each.dataset);
      await Promise.all(languages.map(({ worker, scope }) => navigator.serviceWorker.register(worker, { scope })));
      await kept.keep(lessons, languages.map(({ offline }) => offline), texts.whole, tell);
    } catch {
      isFailed = true;
    }
    target.disabled = false;
    await show();
    if (isFailed) say(texts.failed);
  });

  part("remove").addEventListener("click", async () => {
    await kept.remove();
    await show();
    say(texts.removed);
  });

  const isCopy = "kept" in document.documentElement.dataset;
  for (const each of document.querySelectorAll("[data-in-copies]")) each.hidden = !isCopy;
  for (const each of isCopy ? document.querySelectorAll("main form [type=submit], [data-sign-in]") : []) {
    const note = document.createElement("p");
    note.className = "note";
    note.textContent = texts.later;
    each.replaceWith(note);
  }
  await show();
})();
