/* Closes the open submenu on Escape and when the visitor turns elsewhere; without this file it closes by its own summary. */
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
})();
