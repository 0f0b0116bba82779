// Buttons that copy a text; where the browser does not allow that, the text is selected for the reader to copy.
(function () {
  'use strict';
  var Shown = 2000;

  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  function copy(element) {
    if (navigator.clipboard) return navigator.clipboard.writeText(element.textContent);
    select(element);
    return document.execCommand('copy') ? Promise.resolve() : Promise.reject(new Error('not allowed'));
  }

  document.querySelectorAll('button[data-copy]').forEach(function (button) {
    var element = document.getElementById(button.dataset.copy);
    var name = button.textContent;
    button.setAttribute('aria-live', 'polite');
    button.hidden = false;
    button.addEventListener('click', function () {
      copy(element).then(function () { return 'Copied'; }, function () { select(element); return 'Selected'; }).then(function (done) {
        button.textContent = done;
        setTimeout(function () { button.textContent = name; }, Shown);
      });
    });
  });
}());
