import { DropdownMenu } from "@kobalte/core/dropdown-menu"
import { For } from "solid-js"
import { Icon, type IconName } from "./Icon.tsx"

export interface MenuChoice {
  readonly label: string
  readonly detail?: string
  readonly icon: IconName
  readonly onChoose: () => void
}

/** The three-dot menu of a page. */
export function MoreMenu(props: { label: string; choices: ReadonlyArray<MenuChoice> }) {
  return (
    <DropdownMenu placement="bottom-end" gutter={6}>
      <DropdownMenu.Trigger class="button icon-only" aria-label={props.label} title={props.label}>
        <Icon name="more" class="heavy" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="dropdown" aria-label={props.label}>
          <For each={props.choices}>
            {(choice) => (
              <DropdownMenu.Item class="dropdown-choice" onSelect={choice.onChoose}>
                <Icon name={choice.icon} />
                <span>
                  <DropdownMenu.ItemLabel class="dropdown-label">{choice.label}</DropdownMenu.ItemLabel>
                  <span class="dropdown-detail">{choice.detail}</span>
                </span>
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
