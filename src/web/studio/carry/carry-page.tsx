import { CarryIn } from './carry-in.tsx'
import { CarryOut } from './carry-out.tsx'
import { say } from './texts.ts'
import './carry.css'

/** Flows from and to other programs (导入导出). */
export default function CarryPage() {
  return (
    <div className="carry">
      <h1>{say('title')}</h1>
      <CarryOut />
      <CarryIn />
    </div>
  )
}
