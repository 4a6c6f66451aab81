/** The only place where edges meet. */
process.stdout.write('hearth\n')
