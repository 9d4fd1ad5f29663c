import { writeXlsx } from 'hucre/xlsx'
import { requirePermission } from '../auth/require-permission.ts'
import { answerDocument } from '../documents/answer-document.ts'
import { fileNameHeader } from '../documents/content-disposition.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { xlsxHeaders } from '../http/spreadsheet-text.ts'
import { validate } from '../http/validate.ts'
import { YearParam } from '../statistics/statistic-base.schema.ts'
import { requireForwards } from '../statistics/statistics.routes.ts'
import { readAnnualMaterial, setAnnualMaterial } from './annual-material.commands.ts'
import { AnnualMaterial, AnnualMaterialInput } from './annual-material.schema.ts'
import { makeReport } from './make-report.commands.ts'
import { reportAnswer } from './report-answer.ts'
import { recordReportExport, requireReportExport } from './report-export.commands.ts'
import { reportPaper } from './report-paper.ts'
import { reportWorkbook } from './report-workbook.ts'
import { ReportAnswer, ReportKindParam, ReportQuery } from './report.schema.ts'

const describe = describing('reports')

export const reportRoutes = newRouter()
  .get(
    '/annual-material/:year',
    describe('年度总结的人工填写内容 · What was filled in for the annual summary', 200, AnnualMaterial),
    requirePermission('business:read'),
    validate('param', YearParam),
    async (c) => c.json(await readAnnualMaterial(c.var.db, c.req.valid('param').year), 200),
  )
  .put(
    '/annual-material/:year',
    describe('填写年度总结素材 · Fill in material of the annual summary', 200, AnnualMaterial),
    requirePermission('statistics:write'),
    validate('param', YearParam),
    validate('json', AnnualMaterialInput),
    async (c) => {
      const acting = actingOf(c)
      const { year } = c.req.valid('param')
      return c.json(await setAnnualMaterial(c.var.db, year, c.req.valid('json'), acting), 200)
    },
  )
  .get(
    '/:kind',
    describe(
      '统计报表：隐患月报、四项指数、年度总结素材、设施统计 · Reports, as a page or as xlsx, docx and pdf',
      200,
      ReportAnswer,
    ),
    requirePermission('business:read'),
    validate('param', ReportKindParam),
    validate('query', ReportQuery),
    async (c) => {
      const { kind } = c.req.valid('param')
      const query = c.req.valid('query')
      requireForwards(query)
      const acting = actingOf(c)
      if (query.format !== 'json') requireReportExport(acting.actor, kind)
      const made = await makeReport(c.var.readDb, kind, query, acting)
      if (query.format === 'json') return c.json(reportAnswer(made, query), 200)
      await recordReportExport(c.var.db, acting, made, query)
      const name = made.report.title
      if (query.format !== 'xlsx')
        return answerDocument(c, reportPaper(made.report, made), query.format, name)
      const bytes = new Uint8Array(await writeXlsx(reportWorkbook(made.report, made)))
      return c.body(bytes, 200, {
        ...xlsxHeaders(kind),
        'content-disposition': fileNameHeader(`${name}.xlsx`),
      })
    },
  )
