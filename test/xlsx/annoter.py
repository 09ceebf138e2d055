"""Annote « Revue hebdo » comme son utilisateur : une colonne de notes à gauche, une au milieu, une à
droite, sans en-tête, et une formule par ligne. Les notes disent le N° de leur ligne."""
import sys
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

entree, sortie = sys.argv[1:]
classeur = load_workbook(entree)
revue = classeur["Revue hebdo"]
for tableau in list(revue.tables):
    del revue.tables[tableau]
derniere = max(c.row for c in revue["A"] if c.value is not None)
revue.insert_cols(1)
revue.insert_cols(5)
revue["A1"], revue["E1"], revue["T1"] = "Mon avis", "Chance", "Total"
for l in range(2, derniere + 1):
    numero = revue.cell(l, 2).value
    revue.cell(l, 1).value = f"gauche {numero}"
    revue.cell(l, 1).fill = PatternFill("solid", fgColor="FFEE99")
    revue.cell(l, 5).value = l / 100
    revue.cell(l, 5).number_format = "0%"
    revue.cell(l, 19).value = f"droite {numero}"
    revue.cell(l, 20).value = f"=F{l}*E{l}"
revue["A2"].comment = Comment("À voir", "Gérant")
classeur["Anomalies"]["Z2"], classeur["Anomalies"]["Z3"] = "a", "b"
classeur.save(sortie)
