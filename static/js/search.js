/* Suggests pages and words below a search field, by keyboard, touch or pointer; without this file the form searches as it is. */
(() => {
  "use strict";
  if (navigator.connection?.saveData) return;
  const PAUSE_MS = 150;
  const SHORTEST = 2;

  function suggestTo(form) {
    const input = form.querySelector("input[type=search]");
    const status = document.createElement("p");
    let list, active, timer, request;

    status.className = "sr-only";
    status.setAttribute("aria-live", "polite"); // no role: the page has a status of its own
    form.append(status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");

    function choose(option) {
      active?.removeAttribute("aria-selected");
      active = option;
      active?.setAttribute("aria-selected", "true");
      active?.scrollIntoView({ block: "nearest" });
      if (active) input.setAttribute("aria-activedescendant", active.id);
      else input.removeAttribute("aria-activedescendant");
    }

    function close() {
      clearTimeout(timer);
      request?.abort();
      choose();
      list?.remove();
      list = null;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-controls");
      status.textContent = "";
    }

    function show(html) {
      close();
      const found = new DOMParser().parseFromString(html, "text/html").querySelector("[role=listbox]");
      if (!found || document.activeElement !== input) return;
      status.textContent = found.dataset.status;
      if (!found.children.length) return;
      list = found;
      list.id = `${input.id}-suggestions`;
      [...list.children].forEach((option, number) => { option.id = `${list.id}-${number}`; });
      // The field keeps the focus, whatever is pressed in the list.
      list.addEventListener("mousedown", (event) => event.preventDefault());
      list.addEventListener("click", ({ target }) => open(target.closest("[role=option]")));
      form.append(list);
      input.setAttribute("aria-controls", list.id);
      input.setAttribute("aria-expanded", "true");
    }

    function open(option) {
      if (!option) return;
      close();
      location.assign(option.dataset.href);
    }

    async function ask() {
      request?.abort();
      request = new AbortController();
      const address = `${form.dataset.suggestions}?q=${encodeURIComponent(input.value.trim())}`;
      try {
        const answer = await fetch(address, { signal: request.signal, credentials: "omit" });
        show(answer.ok ? await answer.text() : "");
      } catch {
        // Too slow, offline or out of date: the form works by itself.
      }
    }

    function askSoon(pause = PAUSE_MS) {
      clearTimeout(timer);
      if (input.value.trim().length < SHORTEST) close();
      else timer = setTimeout(ask, pause);
    }

    function move(step) {
      const options = [null, ...list.children];
      choose(options.at((options.indexOf(active ?? null) + step) % options.length));
    }

    input.addEventListener("input", (event) => { if (!event.isComposing) askSoon(); });
    input.addEventListener("compositionend", () => askSoon());
    form.addEventListener("submit", close);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !list) askSoon(0);
      else if (step) move(step);
      else if (event.key === "Enter" && active) open(active);
      else if (event.key === "Escape" && list) close();
      else return;
      event.preventDefault();
    });
  }

  document.querySelectorAll("form[data-suggestions]").forEach(suggestTo);
})();
