import { version } from "riskshare:titles";
import { element } from "../element.ts";
import { addressChanges, linkToView, otherVersion } from "../url-state.ts";

/** The way to the page that can be edited leads to the view as it is. */
export function keepViewInLinks(): void {
  const link = document.querySelector<HTMLAnchorElement>(".edit-link");
  link?.addEventListener("click", () => {
    link.hash = new URL(linkToView()).hash;
  });
}

/** Says so where the page was opened by a link of another version: its figures may be others. */
export async function tellOtherVersion(): Promise<void> {
  const note = element("p", { class: "stale", role: "note" });
  document.querySelector("main")?.before(note);
  for await (const _ of addressChanges()) {
    const other = otherVersion();
    note.textContent =
      other === undefined
        ? ""
        : `This link was made with riskshare ${other}, and this page is ${version}: what it shows may differ from what was meant.`;
  }
}
