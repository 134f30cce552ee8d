/* Only what was sent is called saved, and whoever leaves with words that were not is asked. */
(() => {
  "use strict";
  const watch = (form) => {
    const unsaved = () => desk.controller(form, "w-unsaved");
    let saved; // what the server has
    let sent; // what it was sent last
    let isOutdated; // whether what the server is being asked about others was overtaken by a save

    // Wagtail takes the form as it is when the answer comes for what was saved.
    const remember = () => {
      const watcher = unsaved();
      watcher.initialFormData = saved;
      watcher.previousFormData = saved;
    };
    const label = () => {
      const state = desk.controller(document.getElementById("w-autosave-indicator"), "w-autosave");
      if (state?.stateValue === "saved" && unsaved().formData !== saved) state.stateValue = "idle";
    };
    // Wagtail begins to look after two seconds; somebody may have typed by then.
    const begin = () => {
      saved ??= unsaved()?.formData;
    };
    for (const name of ["keydown", "beforeinput", "pointerdown"]) {
      form.addEventListener(name, begin, true);
    }
    form.addEventListener("w-unsaved:watch-edits", (event) => {
      saved ??= event.detail.initialFormData;
      remember();
    });
    document.addEventListener("w-autosave:save", (event) => {
      // What is decided is sent once, with the page: saved by itself, it would be decided twice.
      if (event.detail.formData.has("action-workflow-action")) return event.preventDefault();
      sent = unsaved().formData;
      isOutdated = true;
    });
    document.addEventListener("w-session:ping", () => {
      isOutdated = false;
    });
    // One's own automatic save would be taken for that of somebody else.
    document.addEventListener("w-swap:json", (event) => {
      if (isOutdated) delete event.detail.data.other_sessions;
    }, true);
    document.addEventListener("w-autosave:success", (event) => {
      const data = new URLSearchParams(sent);
      for (const [name, value] of Object.entries(event.detail.response.field_updates ?? {})) {
        if (form.elements.namedItem(name)) data.set(name, value);
      }
      saved = data.toString();
      remember();
      label();
    });
    document.addEventListener("w-autosave:error", (event) => {
      if (event.detail.type === "server_error") desk.check();
    });
    document.addEventListener("visibilitychange", async () => {
      if (document.visibilityState !== "visible" || !desk.isTelling()) return;
      if (await desk.check()) desk.controller(form, "w-autosave")?.save();
    });
    setInterval(label, 250);
    addEventListener("beforeunload", () => unsaved()?.hasChanges(), true);
  };

  addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-edit-form]");
    if (form) watch(form);
  });
})();
