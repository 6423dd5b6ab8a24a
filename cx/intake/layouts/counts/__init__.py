"""How many people gave each answer: mean, number and spread of the answers."""
