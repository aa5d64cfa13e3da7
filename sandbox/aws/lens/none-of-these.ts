/**
 * AWS's user guide makes a choice whose id ends with `_no` act as "None of these"; authors also write such a
 * choice under another id, recognised here by that title.
 */
export function isNoneOfThese(choice: { readonly title: string }): boolean {
  return choice.title.trim().toLowerCase() === 'none of these';
}
