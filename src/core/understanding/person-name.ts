/** The most frequent surnames (some nine in ten people), and the double ones. */
export const SURNAME =
  '(?:欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|公孙|慕容|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤倪俞章鲁葛施华殷邢柳鲍费岑祝盛])'

/** Words that begin like a name and tell the trouble: 高血压 must stay. */
export const NO_NAME =
  '(?!高[血中龄烧位额利]|白[血内天癜]|黄[疸昏]|方[便法]|何[时况必]|石膏|金[钱额]|万[元一]|江苏|马上|于是|许多|任何|余[下额]|费用|向[来您你政街居]|钱[不没都]|严重|毛病|雷暴|熊猫|夏天|秦岭|曾经|华侨|施工)'
/** A Chinese name: surname and one or two characters. */
export const PERSON = `${NO_NAME}${SURNAME}[\\p{Script=Han}·]{1,2}`

/** What stands after one: 王建国，男 · 王建国今年 · 王建国的身份证. */
export const AFTER_PERSON =
  '(?=[\\s,，、。:：;；(（]|$|今年|现年|身份证|电话|手机|男|女|\\d|的|住|在|得了|患|因为?|失业|生病|摔|欠)'
