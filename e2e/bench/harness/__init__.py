"""The bench itself. Reading order: options, rival, proxy, origin, load, answers, rounds, figures, report."""
