/* Saves answers as they are given. Without a connection they wait on the device, even if the page is closed, and are sent when it is back. */
(() => {
  "use strict";
  const form = document.querySelector("form.quiz");
  const state = form.querySelector(".quiz__state");
  const KEY = `answers-${form.dataset.attempt}`;
  const RETRY = 15000; // milliseconds
  const by = form.elements.by.value;
  let given = {}; // by name of the field, what is not saved yet
  let waiting, saving, isSaved, isSignedOut, isReady;

  const waits = () => Object.keys(given).length > 0;

  // Returns whether the device takes it.
  function keep() {
    if (document.documentElement.classList.contains("is-leaving")) return false;
    try {
      if (waits()) localStorage.setItem(KEY, JSON.stringify({ by, given, url: location.pathname }));
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  function takeUp() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      if (kept?.by === by) given = kept.given;
    } catch { /* the device keeps nothing */ }
    for (const [name, values] of Object.entries(given)) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.matches("[type=radio], [type=checkbox]")) field.checked = values.includes(field.value);
        else field.value = values[0];
      }
    }
  }

  // What was answered before this script came is not saved yet.
  function catchUp() {
    for (const field of form.querySelectorAll("[name^=q-]")) {
      // A list whose options are none of them chosen shows its first.
      const isChanged = field.options
        ? field.value !== ([...field.options].find((option) => option.defaultSelected) ?? field.options[0]).value
        : field.checked !== field.defaultChecked || field.value !== field.defaultValue;
      if (isChanged) given[field.name] = new FormData(form).getAll(field.name);
    }
  }

  // Returns what to say.
  async function send() {
    const sent = { ...given };
    let answer;
    isSaved = false;
    try {
      answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
    } catch {
      waiting = setTimeout(save, RETRY);
      return keep() ? form.dataset.waits : form.dataset.waitsOpen;
    }
    // Whoever was signed out meanwhile is led to signing in, which is no JSON.
    isSignedOut = answer.redirected;
    if (isSignedOut) return form.dataset.signedOut;
    const told = await answer.json().catch(() => null);
    if (!told) {
      if (answer.status >= 429) waiting = setTimeout(save, RETRY);
      return form.dataset.refused;
    }
    for (const name of Object.keys(sent)) {
      if (given[name] === sent[name]) delete given[name];
    }
    keep();
    isSaved = true;
    if (told.version) form.elements.version.value = told.version;
    return told.problem || form.dataset.saved;
  }

  async function save() {
    while (saving) await saving;
    clearTimeout(waiting);
    saving = send();
    state.textContent = await saving;
    saving = null;
  }

  form.addEventListener("input", ({ target }) => {
    given[target.name] = new FormData(form).getAll(target.name);
    keep();
  });
  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 300);
  });
  addEventListener("online", save);
  form.addEventListener("submit", async (event) => {
    clearTimeout(waiting);
    if (isReady || isSignedOut || (navigator.onLine && !waits())) return;
    event.preventDefault();
    await save();
    if (!isSaved && !isSignedOut) return;
    isReady = true;
    form.requestSubmit(event.submitter);
  });
  takeUp();
  catchUp();
  if (waits()) {
    keep();
    save();
  }
})();
