import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ComplaintsFound } from '../../../core/contract/office/complaint.ts'
import type { RemindersFound } from '../../../core/contract/office/reminder.ts'
import { get } from '../../shared/api/call.ts'

export type Reminder = z.infer<typeof RemindersFound>['reminders'][number]
export type Complaint = z.infer<typeof ComplaintsFound>['complaints'][number]

export function useReminders() {
  return useQuery({
    queryKey: ['reminders'],
    queryFn: () => get<z.infer<typeof RemindersFound>>('/api/office/reminders'),
  })
}

/** Only those who lead may ask. */
export function useComplaints(enabled: boolean) {
  return useQuery({
    queryKey: ['complaints'],
    enabled,
    queryFn: () => get<z.infer<typeof ComplaintsFound>>('/api/office/complaints'),
  })
}
