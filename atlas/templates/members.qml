<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" attr="region" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
{% for each in marks %}
      <category symbol="{{ loop.index0 }}" value="{{ each.region }}" label="{{ each.label }}" type="string" render="true"/>
{% endfor %}
    </categories>
    <symbols>
{% for each in marks %}
      <symbol type="marker" name="{{ loop.index0 }}" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="{{ each.shape }}"/>
            <Option type="QString" name="color" value="{{ each.rgba }}"/>
            <Option type="QString" name="outline_color" value="{{ paper }}"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.3"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="{{ each.size }}"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
{% endfor %}
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="display_name" isExpression="0" fontSize="9" fontSizeUnit="Point" textColor="{{ ink }}" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="{{ paper }}" bufferOpacity="1"/>
      </text-style>
      <placement placement="6" dist="1.6" distUnits="MM" predefinedPositionOrder="R,L,TR,BR,TL,BL,T,B"/>
      <rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="{{ labels_from }}" displayAll="0" obstacle="1"/>
    </settings>
  </labeling>
</qgis>
