import { Inline } from '@atlaskit/primitives/compiled';
import { tell } from '../../bridge/flags';
import { AskFirst } from '../../components/ask-first';
import { connectionTexts } from '../../texts/connections';
import { siteCalls } from '../connections/calls';

/** Deletes a connection of which nothing can be read but its id. */
export function DeleteUnreadable({ id }: { readonly id: string }) {
  const own = connectionTexts.remove;
  const remove = async () => {
    await siteCalls.remove(id);
    tell(own.deleted);
    siteCalls.refreshList();
  };
  return (
    <Inline shouldWrap>
      <AskFirst
        verb={own.button}
        name={own.buttonOf({ name: id })}
        question={own.confirmTitle({ name: id })}
        work={remove}
      >
        <p>{own.stops}</p>
        <p>{own.stays}</p>
      </AskFirst>
    </Inline>
  );
}
