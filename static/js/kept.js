/* Keeps copies of lessons without name or progress, with the files that they need; for pages and for the worker. */
self.kept = (() => {
  "use strict";
  const PAGES = "lessons";
  const FILES = "lessons-files";
  const ANY = { ignoreVary: true };
  const open = () => Promise.all([caches.open(PAGES), caches.open(FILES)]);
  const find = (path, cacheName) => caches.match(path, { ...ANY, cacheName });
  const isFile = (url) => new URL(url).pathname.startsWith("/static/");

  // The site's own files that a page or a style sheet names.
  function named(text, base) {
    const names = text.matchAll(/(?:href="|src="|url\("?)((?:\/static|\.\.)\/[^"#)]+)/g);
    const all = [...names].map(([, name]) => new URL(name, base));
    return all.filter((each) => each.origin === location.origin && isFile(each));
  }

  function keepFiles(text, base, files) {
    return Promise.all(named(text, base).map(async (url) => {
      if (await files.match(url, ANY)) return;
      const answer = await fetch(url, { credentials: "omit" });
      if (!answer.ok) throw new Error(answer.status);
      if (url.pathname.endsWith(".css")) await keepFiles(await answer.clone().text(), url, files);
      await files.put(url, answer);
    }));
  }

  // Into caches that were opened before: once they are removed, what is still on its way is lost with them.
  async function renew(path, cache, files) {
    const answer = await fetch(path, { credentials: "omit", cache: "no-store" });
    if (answer.status === 429 || answer.status >= 500) throw new Error(answer.status);
    const html = await answer.text();
    // Closed, moved or gone: whatever came instead is no lesson for everybody.
    if (!answer.ok || answer.redirected || !html.includes("data-keep")) return cache.delete(path, ANY);
    await keepFiles(html, location.origin, files);
    return cache.put(path, new Response(html.replace("<html", "<html data-kept"), answer));
  }

  // `lists` are what is shown for other lessons; `whole` a programme of which each is kept once it is opened.
  async function keep(lessons, lists, whole, tell) {
    const [pages, files] = await open();
    await Promise.all(lists.map((path) => renew(path, files, files)));
    if (whole) await files.put(whole, new Response());
    for (const [index, path] of lessons.entries()) {
      await renew(path, pages, files);
      tell(index + 1);
    }
  }

  // Removes the lessons that do not stay, and the files that no copy names any more.
  async function tidy(stays) {
    const [pages, files] = await open();
    const needed = new Set();
    const need = async (request, cache) => {
      const answer = await cache.match(request, ANY);
      for (const url of named(await answer.text(), request.url)) {
        needed.add(url.href);
        if (url.pathname.endsWith(".css") && await files.match(url, ANY)) await need(new Request(url), files);
      }
    };
    for (const page of await pages.keys()) {
      if (stays(new URL(page.url).pathname)) await need(page, pages);
      else await pages.delete(page, ANY);
    }
    const all = await files.keys();
    for (const each of all.filter(({ url }) => !isFile(url))) await need(each, files);
    for (const each of all.filter(({ url }) => isFile(url) && !needed.has(url))) await files.delete(each, ANY);
  }

  async function remove() {
    await Promise.all([PAGES, FILES].map((name) => caches.delete(name)));
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((each) => each.unregister()));
  }

  return {
    open,
    renew,
    keep,
    tidy,
    remove,
    lesson: (path) => find(path, PAGES),
    file: (path) => find(path, FILES),
    isAny: () => caches.has(PAGES),
  };
})();
