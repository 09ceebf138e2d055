"""Décore un classeur comme le ferait son utilisateur : colonne ajoutée, colonne déplacée, onglet,
graphique, commentaire, tableau, mise en forme conditionnelle, validation, filtre."""
import sys
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

entree, sortie = sys.argv[1:]
classeur = load_workbook(entree)
devis = classeur["Devis"]
derniere = devis.max_row

# « Objet » passe en dernière colonne, « Mon avis » s'ajoute devant « Client ».
entetes = [c.value for c in devis[1]]
de, vers = entetes.index("Objet") + 1, len(entetes) + 1
for l in range(1, derniere + 1):
    devis.cell(l, vers).value = devis.cell(l, de).value
devis.delete_cols(de)
devis.insert_cols(4)
devis["D1"] = "Mon avis"
for l in range(2, derniere + 1):
    devis.cell(l, 4).value = f"avis {l}"
    devis.cell(l, 4).fill = PatternFill("solid", fgColor="FFEE99")
devis["D2"].font = Font(bold=True)
devis["B2"].comment = Comment("Vu avec le client", "Gérant")
devis.auto_filter.ref = f"A1:AC{derniere}"
devis.conditional_formatting.add(f"F2:F{derniere}", CellIsRule(operator="greaterThan", formula=["1000"], font=Font(bold=True)))
dv = DataValidation(type="list", formula1='"Oui,Non"')
devis.add_data_validation(dv)
dv.add(f"D2:D{derniere}")

clients = classeur["Clients"]
clients.auto_filter.ref = None
clients.add_table(Table(displayName="TClients", ref=f"A1:T{clients.max_row}"))

synthese = classeur.create_sheet("Ma synthèse", 0)
synthese["A1"] = "Total"
synthese["B1"] = "=SUM(Devis!F2:F100)"
graphique = BarChart()
graphique.add_data(Reference(devis, min_col=6, min_row=1, max_row=derniere), titles_from_data=True)
synthese.add_chart(graphique, "D4")
classeur.create_sheet("Brouillon à moi")["C7"] = "ne pas toucher"
classeur.save(sortie)
