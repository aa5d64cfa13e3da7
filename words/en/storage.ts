/** Words of what is so with stored records, by code: ICU messages. */
export const storage = {
  'record-problem': '{what} {cost} {todo}',
  'record-unreadable': 'The stored record "{record}" (key {key}) cannot be read by this version of the app.',
  'record-newer':
    'A newer version of the app wrote the stored record "{record}" (key {key}): it has version {version}, and this app knows {known}. It is left as it is.',
  'update-app': 'Update the app to the version that wrote it.',
  'storage-unavailable': "Forge's storage does not answer",
} as const;
