/* Closes the open submenu on Escape and when the visitor turns elsewhere, keeps folded alerts folded in this tab, copies texts, looks whether a PDF is ready, opens what is folded for links and paper; without this file links and summaries do the same. */
(() => {
  "use strict";
  const opened = () => document.querySelector(".submenu[open]");

  addEventListener("keydown", (event) => {
    const menu = opened();
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  });
  for (const name of ["pointerdown", "focusin"]) {
    addEventListener(name, (event) => {
      const menu = opened();
      if (menu && !menu.contains(event.target)) menu.open = false;
    });
  }

  let folded = {};
  try { folded = sessionStorage; } catch { /* not allowed to keep anything */ }
  for (const each of document.querySelectorAll("[data-alert]")) {
    const name = each.dataset.alert;
    if (folded[name]) each.open = false;
    each.addEventListener("toggle", () => {
      if (each.open) delete folded[name];
      else folded[name] = "folded";
    });
  }

  for (const text of document.querySelectorAll("[data-copy]")) {
    const words = text.textContent.trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = text.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(words);
      button.textContent = text.dataset.copied;
    });
    button.setAttribute("aria-live", "polite");
    if (navigator.clipboard) text.append(" ", button);
  }

  for (const item of document.querySelectorAll("[data-print]")) {
    item.hidden = false;
    item.addEventListener("click", () => print());
  }

  // Most browsers do both by themselves.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    const folded = target?.closest("main details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => {
    if (CSS.supports("selector(::details-content)")) return;
    for (const each of document.querySelectorAll("main details")) each.open = true;
  });

  const paper = document.querySelector("[data-paper]");
  const look = async () => {
    const answer = await fetch(location.href, { method: "HEAD" });
    if (answer.status === 202) {
      paper.value = answer.headers.get("X-Progress");
      setTimeout(look, 2000);
      return;
    }
    // A browser that saves PDFs stays on this page.
    document.querySelector("[data-ready]").textContent = paper.dataset.paper;
    location.reload();
  };
  if (paper) setTimeout(look, 2000);

  addEventListener("click", async ({ target }) => {
    const details = target.closest?.(".at-hand[open]");
    if (details && target.closest("a")) details.open = false;
    const link = target.closest?.(".numbered__link");
    const said = document.querySelector(".copied");
    if (!link || !said) return;
    await navigator.clipboard?.writeText(link.href);
    said.textContent = navigator.clipboard ? said.dataset.message : "";
    setTimeout(() => { said.textContent = ""; }, 4000);
  });
})();
