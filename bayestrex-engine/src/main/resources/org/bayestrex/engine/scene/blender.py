# SPDX-License-Identifier: Apache-2.0
# Renders scenes for BlenderRenderer: one JSON object a line on the standard input, one answer a line on the standard output.
# Started as: blender --background --python blender.py -- ASSETS SAMPLES
import json
import math
import os
import sys

import bpy
import numpy

ASSETS, SAMPLES = sys.argv[sys.argv.index("--") + 1 :][:2]


def asset(*path):
    return os.path.join(ASSETS, *path)


def load(path, kind, name):
    with bpy.data.libraries.load(path) as (_, wanted):
        setattr(wanted, kind, [name])


def cone():
    """CLEVR has no cone: radius 1, from -1 to 1."""
    ring = [(math.cos(2 * math.pi * i / 128), math.sin(2 * math.pi * i / 128), -1) for i in range(128)]
    faces = [(i, (i + 1) % 128, 128) for i in range(128)] + [tuple(reversed(range(128)))]
    mesh = bpy.data.meshes.new("cone")
    mesh.from_pydata(ring + [(0, 0, 1)], [], faces)
    return mesh


bpy.ops.wm.open_mainfile(filepath=asset("base_scene.blend"))
with open(asset("properties.json")) as file:
    PROPERTIES = json.load(file)
for node in PROPERTIES["materials"].values():
    load(asset("materials", node + ".blend"), "node_groups", node)
MESHES = {"cone": cone()}
for word, name in PROPERTIES["shapes"].items():
    load(asset("shapes", name + ".blend"), "objects", name)
    MESHES[word] = bpy.data.objects[name].data
for mesh in MESHES.values():
    if not mesh.materials:
        mesh.materials.append(None)
LAMPS = {"camera": "Camera", "key": "Lamp_Key", "fill": "Lamp_Fill", "back": "Lamp_Back"}
PLACES = {word: bpy.data.objects[name].location.copy() for word, name in LAMPS.items()}

SCENE = bpy.context.scene
SCENE.render.engine = "CYCLES"
SCENE.render.resolution_percentage = 100
SCENE.render.image_settings.file_format = "PNG"
SCENE.render.image_settings.color_mode = "RGB"
SCENE.render.use_persistent_data = True
SCENE.cycles.device = "CPU"
SCENE.cycles.samples = int(SAMPLES)
SCENE.cycles.use_adaptive_sampling = False
SCENE.cycles.use_denoising = False
SCENE.cycles.blur_glossy = 2.0
SCENE.cycles.max_bounces = 4
SCENE.cycles.diffuse_bounces = 2
SCENE.cycles.glossy_bounces = 3
SCENE.cycles.seed = 0
MADE = {}
SHOWN = []


def material(word, colour):
    key = word + " " + colour
    if key not in MADE:
        made = bpy.data.materials.new(key)
        made.use_nodes = True
        made.node_tree.nodes.clear()
        output = made.node_tree.nodes.new("ShaderNodeOutputMaterial")
        group = made.node_tree.nodes.new("ShaderNodeGroup")
        group.node_tree = bpy.data.node_groups[PROPERTIES["materials"][word]]
        group.inputs["Color"].default_value = [c / 255.0 for c in PROPERTIES["colors"][colour]] + [1.0]
        made.node_tree.links.new(group.outputs["Shader"], output.inputs["Surface"])
        MADE[key] = made
    return MADE[key]


def show(scene):
    while SHOWN:
        bpy.data.objects.remove(SHOWN.pop(), do_unlink=True)
    for thing in scene["objects"]:
        radius = PROPERTIES["sizes"][thing["size"]]
        if thing["shape"] == "cube":
            radius /= math.sqrt(2)
        made = bpy.data.objects.new("object", MESHES[thing["shape"]])
        made.location = (thing["x"], thing["y"], radius)
        made.scale = (radius,) * 3
        made.rotation_euler = (0, 0, thing["rotation"])
        made.material_slots[0].link = "OBJECT"
        made.material_slots[0].material = material(thing["material"], thing["colour"])
        SCENE.collection.objects.link(made)
        SHOWN.append(made)
    for word, name in LAMPS.items():
        place = PLACES[word]
        bpy.data.objects[name].location = [place[i] + scene["jitter"][word][i] for i in range(3)]


def render(request):
    show(request["scene"])
    SCENE.render.resolution_x = request["width"]
    SCENE.render.resolution_y = request["height"]
    SCENE.render.filepath = request["file"] + ".png"
    bpy.ops.render.render(write_still=True)
    image = bpy.data.images.load(SCENE.render.filepath)
    values = numpy.array(image.pixels[:]).reshape(request["height"], request["width"], 4)[::-1, :, :3]
    bpy.data.images.remove(image)
    with open(request["file"], "wb") as file:
        file.write(numpy.rint(values * 255).astype(numpy.uint8).transpose(2, 0, 1).tobytes())


print("BAYESTREX ready", flush=True)
for line in sys.stdin:
    try:
        render(json.loads(line))
        print("BAYESTREX done", flush=True)
    except Exception as error:  # the renderer goes on; whoever asked is told
        print("BAYESTREX failed " + repr(error), flush=True)
