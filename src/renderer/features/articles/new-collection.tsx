/** The line in which a new collection is named before it is made, so that making it is one step. Enter makes it, Escape and leaving it empty do not. */
import { useEffect, useRef, useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'

export interface NewCollectionProps {
  label: string
  /** Resolves to whether it was made; a name that was refused stays to be corrected. */
  onMake: (name: string) => Promise<boolean>
  onCancel: () => void
}

export function NewCollection({ label, onMake, onCancel }: NewCollectionProps) {
  const [name, setName] = useState('')
  const [isMaking, setMaking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // A menu that closes gives the focus back to where it was opened; the line wants it last.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus(), 50)
    return () => clearTimeout(timer)
  }, [])
  const make = async (): Promise<void> => {
    if (name.trim() === '' || isMaking) return
    setMaking(true)
    const isMade = await onMake(name.trim())
    if (isMade) return
    setMaking(false)
    field.current?.focus()
  }
  return (
    <TextField
      ref={field}
      label={label}
      value={name}
      onChange={setName}
      maxLength={300}
      isReadOnly={isMaking}
      spellCheck={false}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter') void make()
        else onCancel()
      }}
    />
  )
}
