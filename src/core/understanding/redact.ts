import { AFTER_PERSON, NO_NAME, PERSON, SURNAME } from './person-name.ts'

/**
 * What may leave the house of a message: who somebody is, where they live and how they are reached is
 * taken out, the trouble stays. Rather too much goes than too little. `known` are the words that the
 * conversation itself has as names, numbers and addresses.
 *
 * A name without any word before or after it that tells a name is only found when it is known.
 */
export function redact(text: string, known: readonly string[] = []): string {
  const clean = text.normalize('NFKC').replace(/\p{Cf}/gu, '')
  return STEPS.reduce((left, [pattern, mark]) => left.replace(pattern, mark), without(clean, known))
}

/** Names and addresses of the file, the longest first: 王秀英 before 王秀. */
function without(text: string, known: readonly string[]): string {
  return known
    .map((word) => word.normalize('NFKC').trim())
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, '[private]'), text)
}

/** What surely stands before a name. */
const CALLED = '(?:叫做?|姓名|名字|联系人|户主|患者|收件人)'
/** What may stand before one: 我儿子张伟住院了, 我是刘大海. */
const MAYBE =
  '(?:我是|本人|病人|老公|老婆|丈夫|妻子|爱人|老伴|儿子|女儿|孙子|孙女|外孙女?|父亲|母亲|爸爸?|妈妈?|哥哥?|弟弟?|姐姐?|妹妹?)'
const TITLE =
  '(?:阿姨|阿婆|阿伯|伯伯|大伯|叔叔|大叔|爷爷|奶奶|婆婆|先生|女士|小姐|太太|师傅|老师|医生|大夫|主任|书记|警官|律师|同志|大爷|大妈|大姐|大哥|某+)'
/** Characters that are no part of a place's name, so that the words before it stay. */
const NAME_OF_PLACE =
  '[^\\P{Script=Han}我你他她它您住是到从有没的了和不去吃饭走出半问带过也都就还很附近这那被把给跟病弄号室幢栋]{1,4}?'
const PLACE =
  '(?:路|大道|大街|街道|街|巷|弄堂|里弄|新村|小区|公寓|花园|家园|大厦|苑|坊|镇|乡|村|居委会?|村委会?|社区|居民区|区|县)'
const DIGIT = '[零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖\\d]'
const NUMERAL = '[\\dA-Za-z零〇一二三四五六七八九十百幺甲乙丙丁]'
const DOOR = '(?:号楼|号院|号门|支弄|弄|号|室|栋|幢|座|单元)'

/** In this order: what is surest to be a number before what only looks like a place or a name. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/(?:https?:\/\/|www\.)[^\s\p{Script=Han}]+/giu, '[link]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)*/gu, '[link]'],
  // An amount of five or six digits says much about the trouble and nothing about the person.
  [/\d{7,}[Xx]?/gu, '[number]'],
  [/\+?\d(?:[\s\-—_.·()]{0,3}[\dXx*]){4,}(?!\d*\s*(?:元|块|万))/gu, '[number]'],
  [new RegExp(`${DIGIT}(?:[\\s\\-—.·]{0,2}${DIGIT}){6,}`, 'gu'), '[number]'],
  [/\d{2,4}年\d{1,2}月(?:\d{1,2}[日号]?)?/gu, '[date]'],
  [/(?:尾号|后[四4六6]位|证号|卡号|账号|工号|病历号|住院号)\D{0,3}[\dA-Za-z]+/gu, '[number]'],
  [/(?:微信|QQ|wx|VX)号?[是:：\s]{0,3}[\w-]{5,}/giu, '[link]'],
  // Not the marks of the steps before.
  [/(?<![[\w])[A-Za-z][\w-]{5,}/gu, '[link]'],
  [new RegExp(`${NAME_OF_PLACE}${PLACE}`, 'gu'), '[place]'],
  [
    new RegExp(
      `${NUMERAL}{1,6}(?:[-~—、,]${NUMERAL}{1,6})*${DOOR}(?:${NUMERAL}{1,6}${DOOR}?)*`,
      'gu',
    ),
    '[place]',
  ],
  [new RegExp(`[东南西北中]?${NUMERAL}{1,4}[楼层组队]`, 'gu'), '[place]'],
  // A road that ends like an estate (绿苑路) leaves its number beside the mark.
  [/(?<=\[place\][\p{Script=Han}(、,\s]{0,2})\d+(?!\d*\s*(?:元|块|万|岁|年|个|天|月))/gu, ''],
  [/\d+(?=\[place\])/gu, ''],
  [new RegExp(`(?<=\\[place\\])[\\s,]*(?:${NUMERAL}|-){2,}`, 'gu'), ''],
  [new RegExp(`(?<=${CALLED}[是叫为:：\\s]{0,2})${PERSON}`, 'gu'), '[name]'],
  [new RegExp(`(?<=${MAYBE}[是叫为:：\\s]{0,2})${PERSON}${AFTER_PERSON}`, 'gu'), '[name]'],
  [new RegExp(`(?<=[我免贵]姓)${SURNAME}`, 'gu'), '[name]'],
  [new RegExp(`[小老阿]?${SURNAME}[\\p{Script=Han}]??${TITLE}`, 'gu'), '[name]'],
  [new RegExp(`[小老阿]${NO_NAME}${SURNAME}`, 'gu'), '[name]'],
  [new RegExp(`(?<=^|[\\s,、。;!?(])${PERSON}${AFTER_PERSON}`, 'gu'), '[name]'],
]
