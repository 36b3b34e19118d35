import { For } from "solid-js"
import { encode } from "uqr"
import type { Enrolment } from "@muster/client/account"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

/** What to do with an authenticator app, and the recovery codes to keep. */
export function EnrolmentSteps(props: { enrolment: Enrolment }) {
  const secret = () => new URL(props.enrolment.uri).searchParams.get("secret") ?? ""
  const code = () => encode(props.enrolment.uri, { border: 2 })
  const dark = () =>
    code()
      .data.flatMap((line, y) => line.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
      .join("")
  const file = () =>
    `data:text/plain;charset=utf-8,${encodeURIComponent(`${props.enrolment.recoveryCodes.join("\n")}\n`)}`
  return (
    <ol class="enrolment">
      <li>
        <p>{t("account.scan")}</p>
        <svg
          class="qr-code"
          viewBox={`0 0 ${code().size} ${code().size}`}
          role="img"
          aria-label={t("account.qrCode")}
        >
          <path d={dark()} />
        </svg>
        <p class="muted">
          {t("account.orType")} <code class="token">{secret()}</code>
        </p>
      </li>
      <li>
        <p>{t("account.recovery")}</p>
        <ul class="recovery-codes">
          <For each={props.enrolment.recoveryCodes}>
            {(code) => (
              <li>
                <code>{code}</code>
              </li>
            )}
          </For>
        </ul>
        <a class="button" href={file()} download="muster-recovery-codes.txt">
          <Icon name="download" />
          {t("account.saveCodes")}
        </a>
      </li>
      <li>
        <p>{t("account.enterCode")}</p>
      </li>
    </ol>
  )
}
