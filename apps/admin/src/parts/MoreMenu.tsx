import { createSignal, createUniqueId, For } from "solid-js"
import { Icon, type IconName } from "./Icon.tsx"

interface MenuChoice {
  readonly label: string
  readonly detail: string
  readonly icon: IconName
  readonly onChoose: () => void
}

/**
 * The three-dot menu of a page, by the WAI-ARIA menu button pattern: arrows, Home and End move, Escape and Tab
 * close. Opening, closing and whom the focus goes back to are the browser's own (`popover`).
 */
export function MoreMenu(props: { label: string; choices: ReadonlyArray<MenuChoice> }) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  let trigger!: HTMLButtonElement
  let menu!: HTMLDivElement

  const place = () => {
    const { bottom, right } = trigger.getBoundingClientRect()
    menu.style.top = `${bottom + window.scrollY + 6}px`
    menu.style.right = `${document.documentElement.clientWidth - right}px`
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")]
    const at = items.findIndex((item) => item === document.activeElement)
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: at - 1,
      Home: 0,
      End: -1,
    }
    const target = targets[event.key]
    if (event.key === "Tab") menu.hidePopover()
    if (target === undefined) return
    event.preventDefault()
    items.at(target)?.focus()
  }
  return (
    <>
      <button
        ref={trigger}
        type="button"
        class="button icon-only"
        popovertarget={id}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-label={props.label}
        title={props.label}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return
          event.preventDefault()
          menu.showPopover()
        }}
      >
        <Icon name="more" class="heavy" />
      </button>
      <div
        ref={menu}
        id={id}
        class="dropdown"
        popover="auto"
        role="menu"
        aria-label={props.label}
        on:beforetoggle={place}
        on:toggle={(event: ToggleEvent) => setOpen(event.newState === "open")}
        onKeyDown={onKeyDown}
      >
        <For each={props.choices}>
          {(choice, at) => (
            <button
              type="button"
              class="dropdown-choice"
              role="menuitem"
              tabindex="-1"
              // The browser moves the focus here as it opens the menu.
              autofocus={at() === 0}
              onClick={() => {
                menu.hidePopover()
                choice.onChoose()
              }}
            >
              <Icon name={choice.icon} />
              <span>
                <span class="dropdown-label">{choice.label}</span>
                <span class="dropdown-detail">{choice.detail}</span>
              </span>
            </button>
          )}
        </For>
      </div>
    </>
  )
}
