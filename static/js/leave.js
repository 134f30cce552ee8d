/* Leaves the site at once, and forgets what is kept of it: by the control, or by Shift pressed three times. Without this file the control is a plain link or form. */
(() => {
  "use strict";
  const control = document.querySelector("[data-leave]");
  if (!control) return;

  const root = document.documentElement;
  const texts = control.closest(".leave").dataset;
  const status = document.querySelector("[data-leave-status]");
  const hint = document.getElementById("leave-hint");
  const destination = control.dataset.leave || control.href;
  const PRESSES = 3;
  const WINDOW_MS = 1500;
  let presses = [];
  let shiftAlone = false;
  let left = false;

  const say = (text) => { status.textContent = text || ""; };

  // Takes what is kept off the device; nothing waits for it.
  function forget() {
    const ignore = () => {};
    try { localStorage.clear(); sessionStorage.clear(); } catch { /* not allowed to keep anything */ }
    for (const name of ["lessons", "lessons-files"]) self.caches?.delete(name).catch(ignore);
    navigator.serviceWorker?.getRegistrations().then((all) => Promise.all(all.map((each) => each.unregister()))).catch(ignore);
  }

  function leave() {
    // A kept copy does not know whether its reader is signed in.
    const end = control.action || ("kept" in root.dataset && texts.leaveEnd);
    if (!left && end) fetch(end, { method: "POST", keepalive: true, redirect: "manual" }).catch(() => {});
    left = true;
    root.classList.add("is-leaving");
    document.title = texts.leaveTitle;
    say(texts.leaveNow);
    location.replace(destination);
    forget();
  }

  function countPress(now) {
    presses = presses.filter((time) => now - time < WINDOW_MS).concat(now);
    if (presses.length >= PRESSES) return leave();
    say(presses.length === 1 ? texts.leaveTwo : texts.leaveOne);
  }

  // A page may repeat the control; one that sends the form elsewhere on the page submits this one.
  for (const each of document.querySelectorAll("[data-leave]")) {
    each.addEventListener(each.action ? "submit" : "click", (event) => {
      event.preventDefault();
      leave();
    });
  }

  // Signing out takes along what is kept, once nothing holds it up any more.
  addEventListener("submit", (event) => {
    if (event.target.matches("[data-sign-out]") && !event.defaultPrevented) forget();
  });

  // A press counts on release, and only when no other key, button or modifier joined it.
  addEventListener("keydown", (event) => {
    if (event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey) {
      if (!event.repeat) shiftAlone = true;
      return;
    }
    shiftAlone = false;
    presses = [];
  }, true);
  addEventListener("keyup", (event) => {
    if (event.key === "Shift" && shiftAlone) countPress(event.timeStamp);
    shiftAlone = false;
  }, true);
  addEventListener("pointerdown", () => { shiftAlone = false; presses = []; }, true);

  // The back button may bring the page back as it was: keep it covered and leave again.
  addEventListener("pageshow", (event) => { if (event.persisted && left) leave(); });

  hint.hidden = false;
  (control.matches("form") ? control.querySelector("button") : control).setAttribute("aria-describedby", hint.id);
})();
