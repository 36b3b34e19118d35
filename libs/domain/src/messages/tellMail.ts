import type { Language } from "../model/Language.ts"
import type { MailPurpose } from "../model/Mail.ts"
import type { PlatformUser } from "../model/PlatformUser.ts"

/** How long a link works, in days. */
export const linkDays: Readonly<Record<MailPurpose, number>> = { invitation: 7, password: 1 }

/** Where the page is that a link opens. */
export const linkPath = "/choose-password"

/** The mail to a user with their link, in their own language where Muster speaks it, else in English. */
export const tellMail = (purpose: MailPurpose, user: PlatformUser, origin: string, token: string) => {
  const language: Language = user.languageCode?.slice(0, 2).toLowerCase() === "sv" ? "sv" : "en"
  const link = `${origin}${linkPath}#${token}`
  const { subject, text } = texts[purpose][language](user.firstName, link, user.username)
  return { to: user.email, subject, text }
}

type Text = (name: string, link: string, username: string) => { subject: string; text: string }

const lines = (subject: string, ...paragraphs: ReadonlyArray<string>) => ({
  subject,
  text: `${paragraphs.join("\n\n")}\n`,
})

const texts: Readonly<Record<MailPurpose, Readonly<Record<Language, Text>>>> = {
  invitation: {
    en: (name, link, username) =>
      lines(
        "You are invited",
        `Hello ${name},`,
        "You now have a user on our platform. Choose a password to come in:",
        link,
        `The link works once, within ${linkDays.invitation} days. You sign in as ${username}.`,
        "If you did not expect this, you need not do anything.",
      ),
    sv: (name, link, username) =>
      lines(
        "Du är inbjuden",
        `Hej ${name}!`,
        "Du har nu en användare på vår plattform. Välj ett lösenord för att komma in:",
        link,
        `Länken fungerar en gång, inom ${linkDays.invitation} dagar. Du loggar in som ${username}.`,
        "Om du inte väntade dig det här behöver du inte göra något.",
      ),
  },
  password: {
    en: (name, link) =>
      lines(
        "Choose a new password",
        `Hello ${name},`,
        "Somebody, probably you, asked for a new password. Choose it here:",
        link,
        "The link works once, within a day. If it was not you, you need not do anything: your password stays.",
      ),
    sv: (name, link) =>
      lines(
        "Välj ett nytt lösenord",
        `Hej ${name}!`,
        "Någon, troligen du, bad om ett nytt lösenord. Välj det här:",
        link,
        "Länken fungerar en gång, inom ett dygn. Var det inte du behöver du inte göra något: ditt lösenord gäller.",
      ),
  },
}
