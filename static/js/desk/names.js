// Says in the reader's language what Wagtail and wagtail-localize say in English, or to nobody.
(() => {
  "use strict";
  const TITLE = /^(.+) to (.+) translation$/;
  const IN_BLOCKS = ".w-panel :is(input:not([type=hidden]), textarea, select, [role=textbox], [role=combobox])";
  let words;

  const name = (fields, of) => {
    for (const field of document.querySelectorAll(`:is(${fields}):not([aria-label])`)) {
      const text = of(field);
      if (text) field.setAttribute("aria-label", text.trim());
    }
  };

  const headingOf = (field) => field.closest(".w-panel").querySelector(".w-panel__heading")?.textContent;

  const nameFields = () => {
    name("#fileupload", (field) => field.closest("form").querySelector("button")?.textContent);
    name(".tagit-new input", (field) => field.closest(".w-field__wrapper")?.querySelector("label")?.textContent);
    name(".modal[role=dialog]", (dialog) => dialog.querySelector("h1")?.textContent);
    name(".comment__input, .comment-reply__input", (field) => field.placeholder);
    name(IN_BLOCKS, (field) => !field.labels?.length && headingOf(field));
    name(".js-translation-editor form > [type=file]", (field) => field.form.previousElementSibling?.textContent);
  };

  // Rights are called in English, "Can add page"; the table around them says the same.
  const nameRights = () => {
    for (const label of document.querySelectorAll("td > label[for*=permissions].w-sr-only")) {
      const cell = label.parentElement;
      const column = cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent.trim();
      const row = cell.parentElement.querySelector("h3")?.textContent.trim();
      const text = row ? `${column}: ${row}` : column;
      if (label.textContent !== text) label.textContent = text;
    }
  };

  const nameModels = () => {
    for (const { firstChild } of document.querySelectorAll(".w-header__subtitle, .w-field__label, td.title > h3")) {
      const word = words.names[firstChild?.data?.trim()];
      if (word && firstChild.data !== word) firstChild.data = word;
    }
  };

  const nameSearch = () => {
    for (const button of document.querySelectorAll("[type=submit][value=Search]")) button.value = words.search;
  };

  const sayInEditor = () => {
    const editor = document.querySelector(".js-translation-editor");
    if (!editor) return;
    const { sourceLocale, locale } = JSON.parse(editor.dataset.props);
    for (const text of editor.querySelectorAll("li > p, li > div > p")) {
      text.lang = text.parentElement.matches("li") ? sourceLocale.code : locale.code;
    }
    for (const heading of document.querySelectorAll(".js-translation-editor section > div > h3")) {
      if (!TITLE.test(heading.textContent)) continue;
      heading.textContent = heading.textContent.replace(TITLE, `${words.translation}: $1 → $2`);
      heading.ariaLevel = 2;
    }
    for (const said of document.querySelectorAll(".js-translation-editor footer .w-sr-only")) {
      if (said.textContent === "More actions") said.textContent = words.moreActions;
    }
  };

  // The editors' comments are dated in the browser's language, and few browsers know Albanian.
  const sayWhen = () => {
    for (const time of document.querySelectorAll("html[lang=sq] #comments time")) {
      const day = new Date(time.dateTime);
      const [hours, minutes] = [day.getHours(), day.getMinutes()].map((part) => `${part}`.padStart(2, "0"));
      const said = `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}, ${hours}:${minutes}`;
      if (time.textContent !== said) time.textContent = said;
    }
  };

  const mend = () => {
    nameFields();
    nameModels();
    nameRights();
    nameSearch();
    sayInEditor();
    sayWhen();
  };

  addEventListener("DOMContentLoaded", () => {
    ({ words } = JSON.parse(document.getElementById("desk").textContent));
    mend();
    let isDue = false;
    const mendSoon = () => {
      if (!isDue) requestAnimationFrame(() => { isDue = false; mend(); });
      isDue = true;
    };
    new MutationObserver(mendSoon).observe(document.body, { childList: true, subtree: true });
  });
})();
