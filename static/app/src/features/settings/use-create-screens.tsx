import type { ReactNode } from 'react';
import Spinner from '@atlaskit/spinner';
import type { CreateScreen, LinkSettings } from '../../../../../src/contract';
import { Failure } from '../../components/failure';
import { useAnswer } from '../../data/use-answer';
import { settingsTexts } from '../../texts/settings';

export interface CreateScreens {
  readonly screens: readonly CreateScreen[];
  /** That they load, why they cannot be read, or that an issue type has to be chosen first. */
  readonly notice: ReactNode;
}

/** The create screens of issues that are made as these types, as Jira has them now. */
export function useCreateScreens(projectKey: string, issueTypes: LinkSettings['issueTypes']): CreateScreens {
  const asked = useAnswer('project.createScreens', { projectKey, ...(issueTypes ? { issueTypes } : {}) });
  const { loading, failed, undecided } = settingsTexts.fieldValues;
  switch (asked.status) {
    case 'pending':
      return { screens: [], notice: <Spinner label={loading} /> };
    case 'error':
      return {
        screens: [],
        notice: <Failure failure={asked.error} title={failed} onRetry={() => void asked.refetch()} />,
      };
    case 'success': {
      const { screens } = asked.data;
      return { screens, notice: screens.length < 3 ? <p className="hint">{undecided}</p> : null };
    }
  }
}
