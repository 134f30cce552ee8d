/* Dates and numbers stay as editors typed them: the server reads them or says what is wrong. */
(() => {
  "use strict";
  const { words } = JSON.parse(document.getElementById("desk").textContent);

  // The picker would rewrite a date that it cannot read as today.
  jQuery.fn.datetimepicker.defaults.validateOnBlur = false;

  // The browser drops a comma without a word, so that 12,5 becomes 125.
  const enter = (event, text) => {
    if (!text || !event.target.matches?.("input[type=number]")) return;
    const number = text.replace(/\s/g, "").replace(",", ".");
    if (number === text) return;
    event.preventDefault();
    if (number) document.execCommand("insertText", false, number);
  };
  addEventListener(
    "beforeinput",
    (event) => {
      if (event.inputType === "insertText") enter(event, event.data);
    },
    true,
  );
  addEventListener("paste", (event) => enter(event, event.clipboardData.getData("text")), true);

  // Django takes 2.000 for 2; in a whole number it can only be two thousand.
  addEventListener(
    "change",
    (event) => {
      const input = event.target;
      if (!input.matches?.("input[type=number]")) return;
      const isWhole = !input.step || input.step === "1";
      if (isWhole && /^\d{1,3}\.(\d{3})+$/.test(input.value)) {
        input.value = input.value.replace(".", "");
      }
      input.setCustomValidity("");
      if (!input.validity.badInput) return;
      input.setCustomValidity(words.number);
      input.reportValidity();
    },
    true,
  );
})();
