"""Abîme un classeur comme une personne le ferait : abimer.py CLASSEUR JSON."""
import json
import sys

from openpyxl import load_workbook

chemin, gestes = sys.argv[1], json.loads(sys.argv[2])
classeur = load_workbook(chemin)
for geste, onglet, *reste in gestes:
    if geste == "supprimer":
        del classeur[onglet]
        continue
    entete, ligne, valeur = reste
    feuille = classeur[onglet]
    colonne = [c.value for c in feuille[1]].index(entete) + 1
    cellule = feuille.cell(ligne, colonne)
    cellule.value = valeur
    if isinstance(valeur, str):
        cellule.data_type = "s"
classeur.save(chemin)
