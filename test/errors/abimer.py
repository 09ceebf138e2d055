"""Abîme un classeur comme une personne le ferait : abimer.py CLASSEUR JSON."""
import io
import json
import re
import sys
import zipfile

from openpyxl import load_workbook

chemin, gestes = sys.argv[1], json.loads(sys.argv[2])


def sans_calculs(source):
    """Le même classeur, sans les milliers de formules de « Calculs », que personne n'abîme ici."""
    copie = io.BytesIO()
    with zipfile.ZipFile(source) as lu, zipfile.ZipFile(copie, "w") as ecrit:
        for partie in lu.namelist():
            contenu = lu.read(partie)
            if contenu.count(b't="shared"') > 1000:
                contenu = re.sub(rb'<row r="(?!1")\d+".*?</row>', b"", contenu, flags=re.S)
            ecrit.writestr(partie, contenu)
    return copie


classeur = load_workbook(sans_calculs(chemin))
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
