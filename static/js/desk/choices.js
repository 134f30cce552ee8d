/* Lets somebody find one of many check boxes by its words, without accents as they are typed. */
(() => {
  "use strict";
  const MANY = 12;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = () => JSON.parse(document.getElementById("desk").textContent).words;

  const filter = (choices) => {
    const box = document.createElement("input");
    box.type = "search";
    box.className = "choices-filter";
    box.setAttribute("aria-label", words().choices);
    box.placeholder = words().choices;
    const left = document.createElement("p");
    left.className = "w-sr-only";
    left.setAttribute("role", "status");
    box.addEventListener("input", () => {
      const typed = plain(box.value.trim());
      let count = 0;
      for (const label of choices.querySelectorAll("label")) {
        // What is chosen stays in sight: it is saved, too.
        const fits = plain(label.textContent).includes(typed) || label.querySelector("input").checked;
        label.parentElement.hidden = !fits;
        count += fits;
      }
      left.textContent = `${count}`;
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // would save the form
    });
    choices.before(box, left);
  };

  addEventListener("DOMContentLoaded", () => {
    for (const choices of document.querySelectorAll("form div[id]")) {
      const boxes = choices.querySelectorAll(":scope > div > label > input[type=checkbox]");
      if (boxes.length > MANY) filter(choices);
    }
  });
})();
