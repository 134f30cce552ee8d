/* Says where answers to a quiz still wait on the device: on the way to it, before signing out, and when it is too late for them. */
(() => {
  "use strict";
  // The answers that a person gave, of all that wait here.
  function waiting(by) {
    try {
      const all = Object.entries(localStorage).filter(([key]) => key.startsWith("answers-"));
      return all.map(([key, value]) => ({ key, ...JSON.parse(value) })).filter((each) => each.by === by);
    } catch {
      return [];
    }
  }

  for (const notice of document.querySelectorAll("[data-answers]")) {
    const { answers, attempt } = notice.dataset;
    const link = notice.querySelector("a");
    const form = notice.closest("form");
    const found = waiting(answers).find(({ key }) => !attempt || key === `answers-${attempt}`);
    if (!found) continue;
    if (link) link.href = found.url;
    if (attempt) localStorage.removeItem(found.key);
    if (!form) notice.hidden = false;
    form?.addEventListener("submit", (event) => {
      if (!notice.hidden) return;
      event.preventDefault();
      notice.hidden = false;
      notice.focus();
    });
  }
})();
