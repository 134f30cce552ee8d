/* Saves answers as they are given; without a connection they wait in the form and are sent when it is back. */
(() => {
  "use strict";
  const form = document.querySelector("form.quiz");
  const state = form.querySelector(".quiz__state");
  const RETRY = 15000; // milliseconds
  let waiting, sending, isStale;

  function say(words) {
    state.textContent = words;
  }

  async function save() {
    clearTimeout(waiting);
    if (sending) {
      isStale = true;
      return;
    }
    sending = true;
    isStale = false;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
      // Whoever was signed out meanwhile is led to signing in, which is no JSON.
      const told = answer.redirected ? { problem: form.dataset.signedOut } : await answer.json();
      if (told.version) form.elements.version.value = told.version;
      say(told.problem || form.dataset.saved);
    } catch {
      say(form.dataset.waits);
      waiting = setTimeout(save, RETRY);
    }
    sending = false;
    if (isStale) save();
  }

  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 300);
  });
  addEventListener("online", save);
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    if (navigator.onLine) return;
    event.preventDefault();
    say(form.dataset.waits);
  });
})();
