import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import Modal from '@atlaskit/modal-dialog';
import ModalBody from '@atlaskit/modal-dialog/modal-body';
import ModalFooter from '@atlaskit/modal-dialog/modal-footer';
import ModalHeader from '@atlaskit/modal-dialog/modal-header';
import ModalTitle from '@atlaskit/modal-dialog/modal-title';
import type { Action } from '../data/use-action';
import { texts } from '../texts';
import { Failure } from './failure';

export interface ConfirmProps {
  readonly title: string;
  /** Of the button that does it: a verb. */
  readonly verb: string;
  /** What stops, and what stays. */
  readonly children: ReactNode;
  readonly action: Action<readonly []>;
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, verb, children, action, onClose }: ConfirmProps) {
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader>
        <ModalTitle appearance="danger">{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        {children}
        {action.failure ? <Failure failure={action.failure} title={texts.pieces.notDone} /> : null}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {texts.shared.cancel}
        </Button>
        <Button appearance="danger" isLoading={action.isRunning} onClick={() => void action.run()}>
          {verb}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
