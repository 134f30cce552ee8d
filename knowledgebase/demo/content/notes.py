"""What readers are told above every chapter of the demonstration study."""

from portal.demo.words import T

NOTICE = T(
    "Tekst demonstrativ, që do të zëvendësohet me gjetjet e studimit. Përshkruan si është menduar "
    "puna; nuk jep rezultate dhe nuk përmban shifra të mbledhura.",
    "Demonstration text, to be replaced by the findings of the study. It describes how the work "
    "is conceived; it gives no results and contains no figures that were gathered.",
)
