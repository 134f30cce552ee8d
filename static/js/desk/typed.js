/* Dates and numbers stay as editors typed them: the server reads them or says what is wrong. */
(() => {
  "use strict";
  const { words } = JSON.parse(document.getElementById("desk").textContent);

  // The picker would rewrite a date that it cannot read as today.
  jQuery.fn.datetimepicker.defaults.validateOnBlur = false;

  // The browser drops a comma without a word, so that 12,5 becomes 125, and takes 2.000 for 2.
  const takesDecimals = (input) => input.step === "any" || input.step.includes(".");
  const enter = (event, text) => {
    const input = event.target;
    if (!text || !input.matches?.("input[type=number]")) return;
    const plain = text.replace(/\s/g, "");
    const number = takesDecimals(input) ? plain.replace(",", ".") : plain;
    if (number === text && !/[.,]/.test(number.replace(takesDecimals(input) ? "." : "", ""))) return;
    event.preventDefault();
    if (!/^-?\d*\.?\d*$/.test(number) || (number.includes(".") && !takesDecimals(input))) {
      input.setCustomValidity(takesDecimals(input) ? words.number : words.wholeNumber);
      input.reportValidity();
      return;
    }
    document.execCommand("insertText", false, number);
  };
  addEventListener(
    "beforeinput",
    (event) => {
      if (event.inputType === "insertText") enter(event, event.data);
    },
    true,
  );
  addEventListener("paste", (event) => enter(event, event.clipboardData.getData("text")), true);
  addEventListener("input", (event) => event.target.setCustomValidity?.(""), true);
})();
