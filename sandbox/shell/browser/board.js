// Drag and drop for the board: dropping a card sends the form that the card has anyway.

const board = document.querySelector('.board');
const status = document.getElementById('board-status');
let dragged;

board?.addEventListener('dragstart', (event) => {
  dragged = event.target.closest('.card');
  if (!dragged) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged.dataset.key);
  dragged.classList.add('card-dragged');
});

board?.addEventListener('dragend', () => {
  dragged?.classList.remove('card-dragged');
  mark(undefined);
  dragged = undefined;
});

board?.addEventListener('dragover', (event) => {
  const column = event.target.closest('.column');
  if (!dragged || !column || column.contains(dragged)) return;
  event.preventDefault();
  mark(column);
});

board?.addEventListener('drop', (event) => {
  const column = event.target.closest('.column');
  if (!dragged || !column) return;
  event.preventDefault();
  const form = dragged.querySelector('form.move');
  const option = form?.querySelector(`option[data-to="${CSS.escape(column.dataset.status)}"]`);
  if (!option) {
    status.textContent = `${dragged.dataset.key} cannot be moved there: its workflow has no such step.`;
    status.className = 'message message-error';
    return;
  }
  option.selected = true;
  form.requestSubmit();
});

function mark(column) {
  for (const each of board.querySelectorAll('.column-over')) each.classList.remove('column-over');
  column?.classList.add('column-over');
}
