import { Index } from "solid-js"
import type { Place } from "@muster/domain/model/Access"
import { t } from "../i18n/language.ts"
import { SelectField } from "./SelectField.tsx"

type Options = ReadonlyArray<readonly [value: string, label: string]>

/** Departments besides the primary one, each once, with the group that somebody has there. */
export function ExtraPlaces(props: {
  places: ReadonlyArray<Place>
  departments: Options
  groups: Options
  onChange: (places: ReadonlyArray<Place>) => void
}) {
  let list!: HTMLFieldSetElement
  const put = (at: number, part: Partial<Place>) =>
    props.onChange(props.places.map((place, index) => (index === at ? { ...place, ...part } : place)))
  const free = () =>
    props.departments.filter(([id]) => !props.places.some(({ departmentId }) => departmentId === id))
  const offered = ({ departmentId }: Place) =>
    props.departments.filter(([id]) => id === departmentId || free().some(([one]) => one === id))
  const add = () => {
    const [[departmentId] = [], [groupName] = []] = [free()[0], props.groups[0]]
    if (departmentId === undefined || groupName === undefined) return
    props.onChange([...props.places, { departmentId, groupName }])
    queueMicrotask(() => [...list.querySelectorAll("select")].at(-2)?.focus())
  }
  return (
    <fieldset class="extra" ref={list}>
      <legend>{t("access.more")}</legend>
      <p class="muted">{t("access.moreHint")}</p>
      <Index each={props.places}>
        {(place, at) => (
          <div class="extra-place">
            <SelectField
              visibleLabel
              label={t("accesses.department")}
              value={place().departmentId}
              options={offered(place())}
              onChoose={(departmentId) => put(at, { departmentId })}
            />
            <SelectField
              visibleLabel
              label={t("column.groupName")}
              value={place().groupName}
              options={props.groups}
              onChoose={(groupName) => put(at, { groupName })}
            />
            <button
              type="button"
              class="button quiet"
              aria-label={t("access.leaveOutOf", place().departmentId)}
              onClick={() => {
                props.onChange(props.places.filter((_, index) => index !== at))
                list.querySelector<HTMLElement>("[data-add]")?.focus()
              }}
            >
              {t("access.leaveOut")}
            </button>
          </div>
        )}
      </Index>
      <button type="button" class="button" data-add disabled={free().length === 0} onClick={add}>
        {t("access.addDepartment")}
      </button>
    </fieldset>
  )
}
