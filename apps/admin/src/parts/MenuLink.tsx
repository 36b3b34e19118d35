import { useLocation } from "@solidjs/router"
import { Icon, type IconName } from "./Icon.tsx"

/** A way to a page in the menu at the side; says whether one is there, or below it. */
export function MenuLink(props: { href: string; icon: IconName; label: string }) {
  const location = useLocation()
  const current = () =>
    location.pathname === props.href
      ? "page"
      : location.pathname.startsWith(`${props.href}/`)
        ? "true"
        : undefined
  return (
    <li>
      <a href={props.href} class="menu-link" aria-current={current()}>
        <Icon name={props.icon} />
        <span class="menu-label">{props.label}</span>
      </a>
    </li>
  )
}
