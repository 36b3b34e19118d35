import { createSignal, createUniqueId, For, Show } from "solid-js"
import { placeUnder } from "../placeUnder.ts"
import { Icon, type IconName } from "./Icon.tsx"

/** Something that a menu offers. */
export interface MenuChoice {
  readonly label: string
  readonly detail: string
  readonly icon: IconName
  readonly onChoose: () => void
}

/**
 * The three-dot menu of a page or of a line, by the WAI-ARIA menu button pattern: arrows, Home and End move, Escape and Tab
 * close. Opening, closing and whom the focus goes back to are the browser's own (`popover`).
 */
export function MoreMenu(props: {
  label: string
  /** Whether the label is written instead of three dots. */
  visibleLabel?: boolean
  small?: boolean
  choices: ReadonlyArray<MenuChoice>
}) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  let trigger!: HTMLButtonElement
  let menu!: HTMLDivElement

  const beforeToggle = (event: ToggleEvent) => {
    if (event.newState === "open") setOpen(true)
    placeUnder(trigger, menu)
  }
  // Only once it is closed: the browser gives the focus back from what is still in it.
  const afterToggle = (event: ToggleEvent) => setOpen(event.newState === "open")
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
        class="button"
        classList={{ "icon-only": !props.visibleLabel, small: props.small === true }}
        popovertarget={id}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-label={props.visibleLabel ? undefined : props.label}
        title={props.visibleLabel ? undefined : props.label}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return
          event.preventDefault()
          menu.showPopover()
        }}
      >
        <Show when={props.visibleLabel} fallback={<Icon name="more" class="heavy" />}>
          {props.label}
          <Icon name="next" />
        </Show>
      </button>
      <div
        ref={menu}
        id={id}
        class="dropdown"
        popover="auto"
        role="menu"
        aria-label={props.label}
        on:beforetoggle={beforeToggle}
        on:toggle={afterToggle}
        onKeyDown={onKeyDown}
      >
        <For each={open() ? props.choices : []}>
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
