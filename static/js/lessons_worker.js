/* Lets kept lessons be read without a connection. The script that imports this says which addresses are lessons. */
"use strict";
const LATE = 8000; // milliseconds
const SCOPE = new URL(registration.scope).pathname;
const LESSONS = new Set(self.lessons);
let isUpdate = false;

const late = () => new Promise((_, refuse) => setTimeout(refuse, LATE));

async function lesson(event, path) {
  const copy = await kept.lesson(path);
  const stores = (copy || await kept.file(SCOPE)) && await kept.open();
  try {
    const answer = fetch(event.request);
    const first = await (copy ? Promise.race([answer, late()]) : answer);
    if (stores) event.waitUntil(kept.renew(path, ...stores).catch(() => {})); // the older copy stays
    return first;
  } catch {
    return copy || await kept.file(self.offline) || Response.error();
  }
}

async function file(request, path) {
  try {
    return await fetch(request);
  } catch {
    return await kept.file(path) || Response.error();
  }
}

addEventListener("install", () => {
  isUpdate = Boolean(registration.active);
  skipWaiting();
});
addEventListener("activate", (event) => {
  const stays = (path) => LESSONS.has(path) || !path.startsWith(SCOPE);
  if (isUpdate) event.waitUntil(kept.tidy(stays));
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate" && LESSONS.has(pathname)) event.respondWith(lesson(event, pathname));
  if (mode !== "navigate" && pathname.startsWith("/static/")) event.respondWith(file(event.request, pathname));
});
