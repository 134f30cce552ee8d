/* Before a form is sent: is the same person still signed in? What was typed stays if not. */
window.desk = (() => {
  "use strict";
  const { words, session, signIn } = JSON.parse(document.getElementById("desk").textContent);
  let person = null;
  let notice = null;

  const ask = async () => {
    try {
      const answer = await fetch(session);
      if (!answer.ok) return { problem: words.server };
      const { user, token } = await answer.json();
      if (user === null) return { problem: words.signedOut, mustSignIn: true };
      person ??= user;
      return user === person ? { token } : { problem: words.somebodyElse, mustSignIn: true };
    } catch {
      return { problem: words.offline };
    }
  };

  const tell = ({ problem, mustSignIn }) => {
    notice ??= document.body.appendChild(document.createElement("div"));
    notice.className = "desk-notice";
    notice.setAttribute("role", "alert");
    notice.replaceChildren(problem);
    if (!mustSignIn) return;
    const link = document.createElement("a");
    Object.assign(link, { href: signIn, target: "_blank", textContent: words.signIn });
    notice.append(" ", link);
  };

  const check = async () => {
    const answer = await ask();
    if (answer.problem) {
      tell(answer);
      return false;
    }
    notice?.remove();
    notice = null;
    // Signing in again, in another tab, has changed it.
    for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
      input.value = answer.token;
    }
    return true;
  };

  const controller = (element, name) =>
    element && window.wagtail.app.getControllerForElementAndIdentifier(element, name);

  // Whether somebody saved this page since it was opened; Wagtail itself looks every ten seconds.
  const isOutdated = async () => {
    const element = document.querySelector("[data-controller~=w-session]");
    const editing = controller(element, "w-session");
    if (!editing || editing.interceptValue) return false;
    await null; // Wagtail lifts its guard for the click of whoever confirmed
    if (editing.interceptValue === "conflict") return false;
    await new Promise((resolve) => {
      element.addEventListener("w-swap:json", resolve, { once: true });
      setTimeout(resolve, 2000);
      editing.ping();
    });
    return editing.interceptValue === "conflict";
  };

  const checking = new WeakSet();
  const checked = new WeakSet();
  const sent = new WeakSet();

  const pressable = (button) => {
    controller(button, "w-progress")?.deactivate();
    button?.removeAttribute("disabled");
  };

  const send = async (form, button) => {
    const isEditor = form.matches("[data-edit-form]");
    const mayGo = await check();
    pressable(button); // what is disabled is not sent, nor can it be pressed again
    if (!mayGo) return;
    if (isEditor && (await isOutdated())) {
      button?.click(); // Wagtail asks whether to overwrite
      return;
    }
    checked.add(form);
    if (isEditor) sent.add(form);
    form.requestSubmit(button);
    setTimeout(() => sent.delete(form), 10_000);
  };

  addEventListener(
    "submit",
    async (event) => {
      const form = event.target;
      if (form.method !== "post" || document.body.matches(".login")) return;
      if (checked.delete(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (checking.has(form) || sent.has(form)) return;
      checking.add(form);
      await send(form, event.submitter);
      checking.delete(form);
    },
    true,
  );
  addEventListener("DOMContentLoaded", () => {
    if (document.querySelector("form[data-edit-form]")) check();
  });

  return { check, controller, isTelling: () => Boolean(notice) };
})();
