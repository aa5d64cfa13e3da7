/** The AWS view: workloads, lenses, questions. Links of the app lead to AWS's own console, which is none of this. */
import type { Context, Hono } from 'hono';
import { type ShellSite, visit } from '../visit';
import type { QuestionAddress } from './console-paths';
import { CONSOLE } from './console-paths';
import { lensPage } from './lens-page';
import { questionPage, saveAnswer } from './question-page';
import { createStack, STACK, stackPage } from './stack-page';
import { workloadPage, workloadsPage } from './workloads-page';

export function consoleRoutes(app: Hono, site: ShellSite): void {
  app.get(CONSOLE, (context) => workloadsPage(visit(context, site)));
  app.get(STACK, (context) => stackPage(visit(context, site)));
  app.post(STACK, (context) => createStack(visit(context, site)));
  app.get(`${CONSOLE}/:region/:workload`, (context) => {
    const { region, workloadId } = addressOf(context);
    return workloadPage(visit(context, site), region, workloadId);
  });
  app.get(`${CONSOLE}/:region/:workload/lens`, (context) =>
    lensPage(visit(context, site), addressOf(context)),
  );
  app.get(`${CONSOLE}/:region/:workload/question`, (context) =>
    questionPage(visit(context, site), addressOf(context)),
  );
  app.post(`${CONSOLE}/:region/:workload/question`, (context) =>
    saveAnswer(visit(context, site), addressOf(context)),
  );
}

function addressOf({ req }: Context): QuestionAddress {
  return {
    region: req.param('region') ?? '',
    workloadId: req.param('workload') ?? '',
    lens: req.query('lens') ?? '',
    question: req.query('question') ?? '',
  };
}
