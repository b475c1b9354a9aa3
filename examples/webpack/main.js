import { createHandwritingRecognizer, HandwritingStroke } from 'inkdigit/handwriting';
import 'inkdigit/ink-digit-pad';

const root = document.getElementById('root');
const pad = Object.assign(document.createElement('ink-digit-pad'), { name: 'amount' });
const output = document.createElement('output');
root.append(pad, output);

// The same in the shape of the Handwriting Recognition API, which some browsers will have themselves.
const recognizer = await createHandwritingRecognizer({ languages: ['en'] });
pad.addEventListener('input', async () => {
  const drawing = recognizer.startDrawing();
  for (const points of pad.ink) {
    const stroke = new HandwritingStroke();
    for (const point of points) stroke.addPoint(point);
    drawing.addStroke(stroke);
  }
  const [prediction] = await drawing.getPrediction();
  output.value = prediction?.text ?? '';
});
