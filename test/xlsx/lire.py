"""Rend en JSON ce qu'openpyxl voit d'un classeur."""
import datetime, json, sys, warnings
import openpyxl

warnings.simplefilter("ignore")

def valeur(v):
    if isinstance(v, (datetime.datetime, datetime.date)):
        return v.isoformat()
    return v if isinstance(v, (str, int, float, bool)) or v is None else str(v)

classeur = openpyxl.load_workbook(sys.argv[1])
vu = {"cellules": {}, "formats": {}, "graphiques": 0, "croises": 0, "commentaires": [], "tableaux": [], "filtres": {}}
for feuille in classeur.worksheets:
    vu["cellules"][feuille.title] = {}
    vu["formats"][feuille.title] = {}
    vu["graphiques"] += len(feuille._charts)
    vu["croises"] += len(feuille._pivots)
    vu["tableaux"] += [t.ref for t in feuille.tables.values()]
    vu["filtres"][feuille.title] = feuille.auto_filter.ref
    for ligne in feuille.iter_rows():
        for c in ligne:
            if c.value is not None:
                vu["cellules"][feuille.title][c.coordinate] = valeur(c.value)
                vu["formats"][feuille.title][c.coordinate] = c.number_format
            if c.comment:
                vu["commentaires"].append(c.comment.text)
json.dump(vu, sys.stdout)
