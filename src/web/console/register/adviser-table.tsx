import { Button } from 'antd'
import { useState } from 'react'
import type { RegisterView } from '../../../core/contract/office/register.ts'
import { ScrollTable } from '../household/scroll-table.tsx'
import { RegisterForm } from './register-form.tsx'
import { say } from './texts.ts'

/** Everybody who advises, with the registration and what they did this year. */
export function AdviserTable({ register }: { readonly register: RegisterView }) {
  const [changing, change] = useState<string | null>(null)
  const { advisers, streets, leads } = register
  const nameOf = (code: string) => streets.find((street) => street.code === code)?.name ?? code
  return (
    <div>
      <h2>{say('advisers')}</h2>
      <ScrollTable label={say('advisers')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {advisers.map((adviser) => (
            <tr key={adviser.id}>
              <th scope="row">{adviser.name}</th>
              <td>{adviser.streets.map(nameOf).join(' ')}</td>
              <td>
                {changing === adviser.id ? (
                  <RegisterForm adviser={adviser} done={() => change(null)} />
                ) : (
                  <span className="line">
                    {adviser.on ? say('registered', { day: adviser.on }) : say('unregistered')}
                    {leads && (
                      <Button
                        size="small"
                        aria-label={say('set_of', { name: adviser.name })}
                        onClick={() => change(adviser.id)}
                      >
                        {say('set')}
                      </Button>
                    )}
                  </span>
                )}
              </td>
              <td>{adviser.helps}</td>
              <td>{adviser.households}</td>
              <td>{adviser.keys}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </div>
  )
}

const COLUMNS = ['name', 'streets', 'on', 'helps', 'households', 'keys'] as const
