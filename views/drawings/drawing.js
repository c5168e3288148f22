// Shows the widest form that fits; arrow keys move between the parts with an id, Enter or a click picks one.
export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector('.box');
  const tip = parentElement.querySelector('.tip');
  const parts = () => [...box.querySelectorAll('[data-id]')];
  const heads = () => parts().filter((part, i, all) => all.findIndex((other) => other.dataset.id === part.dataset.id) === i);
  let shown = null;

  const say = (part, x, y) => {
    const words = part && part.dataset.tip;
    tip.hidden = !words;
    if (!words) return;
    tip.textContent = words;
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(x, window.innerWidth - width - 8))}px`;
    tip.style.top = `${y + height + 24 > window.innerHeight ? y - height - 12 : y + 16}px`;
  };

  const fit = () => {
    const room = box.clientWidth;
    if (!room) return;
    const forms = [...data.forms].sort((a, b) => b.needs - a.needs);
    const form = forms.find((one) => one.needs <= room) ?? forms[forms.length - 1];
    if (shown === form.markup) return;
    const focused = box.getRootNode().activeElement?.dataset?.id;
    shown = form.markup;
    box.innerHTML = shown;
    const list = heads();
    const current = Math.max(0, list.findIndex((part) => part.dataset.id === data.selected));
    list.forEach((part, i) => {
      part.setAttribute('role', 'button');
      part.setAttribute('tabindex', i === current ? '0' : '-1');
      part.onkeydown = (event) => {
        const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (event.key === 'Enter' || event.key === ' ') setTriggerValue('pick', part.dataset.id);
        else if (way && list[i + way]) {
          part.setAttribute('tabindex', '-1');
          list[i + way].setAttribute('tabindex', '0');
          list[i + way].focus();
        } else return;
        event.preventDefault();
      };
      part.onfocus = () => {
        if (!part.matches(':focus-visible')) return;
        const at = part.getBoundingClientRect();
        say(part, at.left + at.width / 2, at.bottom - 8);
      };
      part.onblur = () => say(null);
    });
    parts().forEach((part) => {
      part.onclick = () => setTriggerValue('pick', part.dataset.id);
      if (data.selected && part.dataset.id === data.selected) part.classList.add('chosen');
    });
    box.querySelectorAll('[data-tip]').forEach((part) => {
      part.onmousemove = (event) => say(part, event.clientX + 8, event.clientY);
      part.onmouseleave = () => say(null);
    });
    if (focused) list.find((part) => part.dataset.id === focused)?.focus();
    const paper = box.querySelector('.paper');
    const chosen = paper && paper.querySelector('.chosen');
    if (chosen) paper.scrollTop = chosen.offsetTop - paper.offsetTop - paper.clientHeight / 3;
  };

  const watch = new ResizeObserver(fit);
  watch.observe(box);
  fit();
  return () => { watch.disconnect(); say(null); };
}
